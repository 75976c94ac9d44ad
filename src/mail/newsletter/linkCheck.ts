import type { Block } from '../../domain/newsletterContent.js'
import { probe, type ProbeOptions, type ProbeResult } from '../../network/probe.js'
import type { Finding } from './findings.js'
import { webLinks } from './trackedLetter.js'

const atOnce = 5
/** More than any letter should have; those after it are not looked at. */
const mostLinks = 60
/** How many are named in the finding. */
const mostNamed = 5

/**
 * Whether there is something where the links of a letter lead. What surely is not there is red; where nothing can be said
 * now (no answer in time, an error of that server) it is yellow. Sites that keep robots out count as there.
 *
 * @param options the time is for each link
 */
export async function checkReachable(blocks: readonly Block[], options: ProbeOptions): Promise<Finding> {
  const waiting = webLinks(blocks).slice(0, mostLinks)
  const links = { gone: [] as string[], doubtful: [] as string[] }
  const look = async (): Promise<void> => {
    for (let link = waiting.shift(); link !== undefined; link = waiting.shift()) {
      const verdict = judge(await probe(link, options))
      if (verdict !== 'there') links[verdict].push(link)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, look))
  const named = (list: string[]) =>
    [...list.sort().slice(0, mostNamed), ...(list.length > mostNamed ? ['…'] : [])].join(', ')
  if (links.gone.length > 0)
    return { check: 'reach', light: 'red', what: 'bad', values: { links: named(links.gone) } }
  if (links.doubtful.length > 0)
    return { check: 'reach', light: 'yellow', what: 'doubtful', values: { links: named(links.doubtful) } }
  return { check: 'reach', light: 'green', what: 'ok' }
}

function judge({ error, status }: ProbeResult): 'there' | 'gone' | 'doubtful' {
  if (status === null)
    return /ENOTFOUND|not an address of the public|redirects/.test(error ?? '') ? 'gone' : 'doubtful'
  if (status === 404 || status === 410) return 'gone'
  return status >= 500 ? 'doubtful' : 'there'
}
