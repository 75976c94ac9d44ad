/** What runs in the browser. Named by `src/config/componentPaths.ts`; nothing inside imports this file. */
export { NewsletterAudience } from '../../admin-components/newsletterAudience/index.client.js'
export { NewsletterPreflight } from '../../admin-components/newsletterPreflight/index.client.js'
export { NewsletterPreview } from '../../admin-components/newsletterPreview/index.client.js'
export { NewsletterResults } from '../../admin-components/newsletterResults/index.client.js'
