import { campaign } from './de/campaign.js'
import { entity } from './de/entity.js'
import { error } from './de/error.js'
import { field } from './de/field.js'
import { hint } from './de/hint.js'
import { mail } from './de/mail.js'
import { option } from './de/option.js'

/** The German texts are the source of the keys; `en.ts` has to have the same. `{{name}}` is filled in. */
export const de = { entity, field, option, hint, error, mail, campaign }

type Texts<T> = { [K in keyof T]: T[K] extends string ? string : Texts<T[K]> }
export type CrmTexts = Texts<typeof de>
