import type { JSONField } from 'payload'
import { clientComponent } from '../../src/config/componentPaths.js'
import type { Crm } from '../../src/config/resolve.js'
import { parseAudience } from '../../src/domain/audience.js'
import { countryCodes } from '../../src/domain/country.js'
import { bilingual, say } from '../../src/i18n/translate.js'
import { idTypeOf } from '../../src/mail/newsletter/audience.js'

/** Whom a newsletter is for. What cannot be read is refused on saving, not found out when it is sent. */
export function audienceField(crm: Crm): JSONField {
  return {
    name: 'audience',
    type: 'json',
    label: bilingual('field:audience'),
    admin: {
      components: {
        Field: {
          path: clientComponent('NewsletterAudience'),
          clientProps: {
            countryCodes,
            listsSlug: crm.slugs.mailingLists,
            newslettersSlug: crm.slugs.newsletters,
            productsSlug: crm.slugs.products,
          },
        },
      },
    },
    validate: (value, { req }) => {
      const [first] = parseAudience(value, idTypeOf(req.payload)).violations
      return first ? `${first.path}: ${say(req, `error:${first.message}`)}` : true
    },
  }
}
