import type { CollectionConfig } from 'payload'
import { forgetAudience } from '../hooks/forgetAudience.js'
import { forgetInMails } from '../hooks/forgetInMails.js'
import { forgetReactionsOf } from '../hooks/forgetReactions.js'
import { guardNewsletterDelete } from '../hooks/guardNewsletterDelete.js'
import { lockDocuments } from '../hooks/lockDocuments.js'
import { protectNewsletter } from '../hooks/protectNewsletter.js'
import { wordRunNote } from '../hooks/wordRunNote.js'
import { clientComponent } from '../src/config/componentPaths.js'
import type { Crm } from '../src/config/resolve.js'
import { newsletterStatuses } from '../src/domain/newsletterLife.js'
import { label, type TextKey } from '../src/i18n/translate.js'
import { allow, nobody, serverOnly } from './access/staff.js'
import { bouncesPanel } from './fields/bouncesPanel.js'
import { choice } from './fields/choice.js'
import { newsletterContent } from './fields/newsletterContent.js'
import { instant, number } from './fields/number.js'
import { audienceField } from './fields/audience.js'
import { requiredName, text } from './fields/text.js'

/** A campaign: what is written, to whom, and how far it has come. */
export function newslettersCollection(crm: Crm): CollectionConfig {
  const marketing = allow(crm, 'admin', 'marketing')
  return {
    slug: crm.slugs.newsletters,
    labels: { singular: label('entity:newsletter'), plural: label('entity:newsletters') },
    lockDocuments: false,
    defaultSort: '-createdAt',
    access: { read: marketing, create: marketing, update: marketing, delete: marketing },
    admin: {
      group: 'CRM',
      useAsTitle: 'name',
      defaultColumns: ['name', 'subject', 'status', 'scheduledAt', 'template'],
      listSearchableFields: ['name', 'subject'],
      components: { views: { edit: newsletterViews(crm) } },
    },
    fields: [
      {
        name: 'sending',
        type: 'ui',
        admin: { disableListColumn: true, components: { Field: sendingPanel(crm) } },
      },
      requiredName('name', 'field:name', { index: true }),
      requiredName('subject', 'field:subject', {
        admin: { ...untilStart('field:subject'), description: label('newsletter:subjectHint') },
      }),
      text('preheader', 'field:preheader', {
        admin: { ...untilStart('field:preheader'), description: label('newsletter:preheaderHint') },
      }),
      newsletterContent(crm),
      {
        name: 'webView',
        type: 'checkbox',
        defaultValue: false,
        label: label('newsletter:webViewOption'),
        admin: { position: 'sidebar', description: label('newsletter:webViewHint') },
      },
      {
        name: 'template',
        type: 'checkbox',
        defaultValue: false,
        index: true,
        hooks: afresh(false),
        label: label('newsletterSending:template'),
        admin: {
          ...untilStart('newsletterSending:template', 'NewsletterCheckboxField'),
          position: 'sidebar',
          description: label('newsletterSending:templateHint'),
        },
      },
      audienceField(crm),
      instant('scheduledAt', 'field:scheduledAt', {
        index: true,
        hooks: afresh(null),
        admin: inPanel,
      }),
      {
        ...choice('status', 'field:status', newsletterStatuses, {
          access: serverOnly,
          defaultValue: 'draft',
          index: true,
          hooks: afresh('draft'),
          admin: { readOnly: true, position: 'sidebar' },
        }),
        options: newsletterStatuses.map((value) => ({
          value,
          label: label(`newsletterSending:status_${value}`),
        })),
      },
      bouncesPanel(crm, 'newsletter'),
      {
        name: 'progress',
        type: 'group',
        label: label('field:progress'),
        access: serverOnly,
        admin: inPanel,
        fields: [
          number('recipients', 'field:recipients', { defaultValue: 0, hooks: afresh(0) }),
          number('sent', 'field:sentCount', { defaultValue: 0, hooks: afresh(0) }),
          number('failed', 'field:failedCount', { defaultValue: 0, hooks: afresh(0) }),
          number('unknown', 'field:unknownCount', { defaultValue: 0, hooks: afresh(0) }),
          number('bounced', 'field:bouncedCount', { defaultValue: 0, hooks: afresh(0) }),
          number('unsubscribed', 'field:unsubscribedCount', { defaultValue: 0, hooks: afresh(0) }),
        ],
      },
      {
        name: 'run',
        type: 'group',
        label: label('campaign:run'),
        access: serverOnly,
        admin: inPanel,
        fields: [
          instant('startedAt', 'campaign:startedAt'),
          instant('frozenAt', 'campaign:frozenAt'),
          instant('finishedAt', 'campaign:finishedAt'),
          // A code with its values, so that everybody reads the note in a language of their own.
          { name: 'cause', type: 'json', admin: { hidden: true } },
          text('note', 'campaign:note', { virtual: true, hooks: { afterRead: [wordRunNote] } }),
          // Only so many mails go out until it is known how the first ones fared; 0 when all may.
          { name: 'canary', type: 'number', defaultValue: 0, admin: { hidden: true } },
        ],
      },
      {
        // What is sent, by language: content, sender and limits as they were at the start.
        name: 'frozen',
        type: 'json',
        access: { read: nobody, ...serverOnly },
        admin: { hidden: true },
      },
    ],
    hooks: crm.enabled
      ? {
          beforeOperation: [lockDocuments],
          beforeChange: [protectNewsletter(crm)],
          beforeDelete: [
            guardNewsletterDelete(crm),
            forgetAudience(crm),
            forgetReactionsOf(crm, 'newsletter'),
          ],
          afterDelete: [forgetInMails(crm, 'newsletter')],
        }
      : {},
  }
}

/** Shown live by the panel above the form, and a column of the list; not a field of the form. */
const inPanel = { readOnly: true, condition: () => false }

/** A field that is to be read only as soon as the newsletter has started. */
const untilStart = (labelKey: TextKey, component = 'NewsletterTextField') => ({
  components: { Field: { path: clientComponent(component), clientProps: { labelKey } } },
})

/** State and buttons of the delivery, on every page of a newsletter. */
function sendingPanel(crm: Crm) {
  const clientProps = {
    mailsSlug: crm.slugs.mails,
    newslettersSlug: crm.slugs.newsletters,
    timeZone: crm.timeZone,
  }
  return { path: clientComponent('NewsletterSending'), clientProps }
}

/** A copy is a new letter: the written part is taken over, the life of the first one is not. */
const afresh = (value: string | number | boolean | null) => ({ beforeDuplicate: [() => value] })

/** Beside writing: how it will look, whether it is fit to go out, what became of it. */
function newsletterViews(crm: Crm) {
  const view = (name: string, path: string, tab: TextKey, clientProps?: object) => ({
    path: `/${path}` as const,
    Component: { path: clientComponent(name), ...(clientProps ? { clientProps } : {}) },
    tab: { label: ({ t }: { t: (key: string) => string }) => t(`crm:${tab}`), href: `/${path}` as const },
  })
  const sending = sendingPanel(crm).clientProps
  return {
    letter: view('NewsletterPreview', 'letter', 'newsletterAdmin:tabPreview', {
      sending,
      subscribersSlug: crm.slugs.subscribers,
    }),
    preflight: view('NewsletterPreflight', 'preflight', 'newsletterAdmin:tabPreflight', { sending }),
    results: view('NewsletterResults', 'results', 'newsletterAdmin:tabResults', { sending }),
  }
}
