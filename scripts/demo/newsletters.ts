import { handleEndpoints, type Payload } from 'payload'
import config from '../../dev/payload.config.js'
import * as data from './catalogue.js'
import { autumnLetter, giftLetter, monthlyTemplate } from './letters.js'
import type { Random } from './random.js'

type Id = string | number

const readers = 45

/**
 * Lists, readers with their evidence, a newsletter that goes out as soon as there is a worker, a draft, a template. As
 * somebody of the marketing does it: over the REST API.
 */
export async function seedNewsletters(
  payload: Payload,
  random: Random,
  products: readonly Id[],
  login: { email: string; password: string },
): Promise<void> {
  const { token } = await payload.login({ collection: 'users', data: login })
  const post = async <Answer>(path: string, body: object = {}): Promise<Answer> => {
    const request = new Request(`${process.env.SERVER_URL}/api${path}`, {
      method: 'POST',
      headers: {
        'Accept-Language': 'de',
        Authorization: `JWT ${token}`,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify(body),
    })
    const response = await handleEndpoints({ config, request })
    const answer: unknown = await response.json()
    if (!response.ok) throw new Error(`POST ${path}: ${JSON.stringify(answer)}`)
    return answer as Answer
  }
  const create = async (collection: string, doc: object) =>
    (await post<{ doc: { id: Id } }>(`/${collection}?depth=0`, doc)).doc.id

  const news = await create('mailing-lists', {
    name: 'Neuigkeiten',
    description: 'Einmal im Monat: was neu ist und was es nur kurz gibt.',
    public: true,
  })
  await create('mailing-lists', {
    name: 'Verkostungen',
    description: 'Einladungen in unser Lager in Köln.',
    public: true,
  })
  await post('/subscribers/import', {
    basis: 'declared',
    declaration: 'Anmeldelisten der Hausmesse; die Originale liegen im Ordner „Hausmesse“.',
    consentText: 'Ja, ich möchte den Newsletter der Muster Naturkost GmbH per E-Mail erhalten.',
    lists: [news],
    rows: Array.from({ length: readers }, (_, n) => reader(random, n)),
  })
  const audience = { lists: [news] }
  const autumn = await create('newsletters', {
    name: 'Herbstbrief',
    subject: 'Der Herbst ist im Regal, {{firstName|liebe Leserin, lieber Leser}}',
    preheader: 'Neuer Tee, Waldhonig aus der Eifel und zwei Termine im Dezember.',
    content: autumnLetter(products),
    audience,
    webView: true,
  })
  await create('newsletters', {
    name: 'Weihnachtsbrief',
    subject: 'Geschenke, die schmecken',
    preheader: 'Früh bestellt, in Ruhe ausgesucht.',
    content: giftLetter(products),
    audience,
  })
  await create('newsletters', {
    name: 'Monatsbrief',
    subject: 'Neu im Sortiment',
    content: monthlyTemplate(),
    audience,
    template: true,
  })
  await post(`/newsletters/${autumn}/send`)
}

const plain: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', ç: 'c', ć: 'c', é: 'e' }

function reader(random: Random, n: number) {
  const salutation = random.pick(['ms', 'mr'] as const)
  const firstName = random.pick<string>(data.firstNames[salutation])
  const lastName = random.pick(data.surnames)
  const name = `${firstName}.${lastName}`.toLowerCase().replace(/[^a-z.]/g, (sign) => plain[sign] ?? '')
  return {
    email: `${name}@post${n + 1}.test`,
    salutation,
    firstName,
    lastName,
    language: n % 15 === 0 ? 'en' : 'de',
  }
}
