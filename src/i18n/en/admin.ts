import type { CrmTexts } from '../de.js'

export const admin: CrmTexts['admin'] = {
  areas: 'Areas of the CRM',
  within: 'More lists: {{area}}',
}
