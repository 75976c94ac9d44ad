import type { Config } from 'payload'
import { de as payloadGerman } from '@payloadcms/translations/languages/de'
import { en as payloadEnglish } from '@payloadcms/translations/languages/en'
import { texts } from './translate.js'

type Tree = { [key: string]: string | Tree }

/**
 * Adds German and English to the host's languages, German first unless the host says otherwise, and the plugin's texts
 * to each of them. A language we do not speak gets the English texts; what the host translated itself stays.
 */
export function registerTranslations(i18n: Config['i18n']): NonNullable<Config['i18n']> {
  const supportedLanguages = { de: payloadGerman, en: payloadEnglish, ...i18n?.supportedLanguages }
  const hosts = (i18n?.translations ?? {}) as Record<string, Tree>
  const translations: Record<string, Tree> = { ...hosts }
  for (const language of new Set([...Object.keys(supportedLanguages), ...Object.keys(hosts)])) {
    const ours: Tree = { crm: structuredClone(language === 'de' ? texts.de : texts.en) }
    translations[language] = merged(ours, hosts[language] ?? {})
  }
  return {
    ...i18n,
    supportedLanguages,
    fallbackLanguage: i18n?.fallbackLanguage ?? 'de',
    translations: translations,
  }
}

function merged(base: Tree, over: Tree): Tree {
  const result: Tree = { ...base }
  for (const [key, value] of Object.entries(over)) {
    const existing = result[key]
    result[key] = typeof existing === 'object' && typeof value === 'object' ? merged(existing, value) : value
  }
  return result
}
