/** What the panel has to know of the host. */
export interface SendingProps {
  mailsSlug: string
  newslettersSlug: string
  timeZone: string
}
