/** `preparing`: content and audience are being frozen; `paused`: nothing new goes out, mails in flight end. */
export const newsletterStatuses = [
  'draft',
  'scheduled',
  'preparing',
  'sending',
  'paused',
  'sent',
  'cancelled',
  'failed',
] as const
export type NewsletterStatus = (typeof newsletterStatuses)[number]
