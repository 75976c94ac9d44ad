import {
  AlignFeature,
  BlockquoteFeature,
  BlocksFeature,
  BoldFeature,
  FixedToolbarFeature,
  HeadingFeature,
  HorizontalRuleFeature,
  InlineToolbarFeature,
  ItalicFeature,
  lexicalEditor,
  LinkFeature,
  OrderedListFeature,
  ParagraphFeature,
  StrikethroughFeature,
  UnderlineFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical'
import type { Block, RichTextField } from 'payload'
import { serverComponent } from '../../src/config/componentPaths.js'
import type { Crm } from '../../src/config/resolve.js'
import { bilingual } from '../../src/i18n/translate.js'
import {
  buttonBlock,
  columnsBlock,
  greetingBlock,
  imageBlock,
  personalBlock,
  productBlock,
} from './newsletterBlocks.js'

/** The letter. The editor offers only what mail programs can show. */
export function newsletterContent(crm: Crm): RichTextField {
  const inColumn = [imageBlock(crm), buttonBlock(), productBlock(crm)]
  const column = (name: 'left' | 'right'): RichTextField => ({
    name,
    type: 'richText',
    label: bilingual(`newsletter:${name}`),
    editor: mailEditor(inColumn),
  })
  return {
    name: 'content',
    type: 'richText',
    label: bilingual('field:content'),
    admin: { components: { Field: serverComponent('NewsletterContent') } },
    editor: mailEditor([...inColumn, columnsBlock([column('left'), column('right')]), greetingBlock()]),
  }
}

function mailEditor(blocks: Block[]) {
  return lexicalEditor({
    admin: { placeholder: bilingual('newsletter:placeholder') },
    features: [
      FixedToolbarFeature(),
      InlineToolbarFeature(),
      ParagraphFeature(),
      HeadingFeature({ enabledHeadingSizes: ['h1', 'h2', 'h3'] }),
      BoldFeature(),
      ItalicFeature(),
      UnderlineFeature(),
      StrikethroughFeature(),
      AlignFeature(),
      OrderedListFeature(),
      UnorderedListFeature(),
      BlockquoteFeature(),
      HorizontalRuleFeature(),
      // A mail has no documents of this site to link to, only addresses.
      LinkFeature({ enabledCollections: [] }),
      BlocksFeature({ blocks, inlineBlocks: [personalBlock()] }),
    ],
  })
}
