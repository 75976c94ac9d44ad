export const admin = {
  areas: 'Bereiche des CRM',
  within: 'Weitere Übersichten: {{area}}',
}
