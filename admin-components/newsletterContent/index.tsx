import { RscEntryLexicalField } from '@payloadcms/richtext-lexical/rsc'
import type { ComponentProps } from 'react'
import { isWritable, type NewsletterStatus } from '../../src/domain/newsletterLife.js'

type Props = ComponentProps<typeof RscEntryLexicalField>

interface Editor {
  editorConfig: Props['sanitizedEditorConfig']
  FieldComponent: { serverProps: Pick<Props, 'admin'> }
}

/**
 * The letter: to be read only once the newsletter has started. The editor decides on the server whether it can be typed
 * in, its blocks included, so the question is asked here.
 */
export function NewsletterContent(props: Props) {
  const { status } = props.data as { status?: NewsletterStatus | null }
  const fixed = !isWritable(status ?? 'draft')
  // Payload gives the settings of an editor only to its own component.
  const { editor } = props.field as unknown as { editor: Editor }
  return (
    <RscEntryLexicalField
      {...props}
      {...editor.FieldComponent.serverProps}
      key={fixed ? 'fixed' : 'open'}
      readOnly={props.readOnly === true || fixed}
      sanitizedEditorConfig={editor.editorConfig}
    />
  )
}
