import type { Settled, Wanted } from '../../src/mail/newsletter/campaignLedger.js'
import type { Campaign } from '../../src/mail/newsletter/campaigns.js'
import type { Grant } from '../../src/mail/newsletter/sendingLimits.js'
import { senderDomain } from '../../src/mail/message.js'
import { AudienceWalk } from './audienceWalk.js'
import type { BulkDelivery } from './bulkDelivery.js'
import { Landing } from './landing.js'
import { personalSender } from './personalSender.js'

/** How long a worker stays with one newsletter before another one gets a turn. When there is no other, it goes on. */
const turnMilliseconds = 5000
const nothing: Grant = { count: 0, at: 0 }
const retryMilliseconds = 500
/** While it stops, a worker gives a database that does not come back this many chances. */
const lastChances = 20

/**
 * One turn at a newsletter: claims mails in groups, as many as there are free connections, sends them, and settles those
 * that are done together with the next claim. Any number of workers may do this for the same newsletter, each once.
 *
 * A connection counts as taken until the row of its mail is settled, so rows say `sending` for at most as many mails as
 * there are connections.
 *
 * @param cursor where this worker's last turn was in the audience; what lies before is looked at again at the end
 * @returns `more` when the turn is over and there is more to do, `done` when nothing was left to claim for now
 */
export async function deliverTurn(
  delivery: BulkDelivery,
  campaign: Campaign,
  cursor: { position: number },
): Promise<'more' | 'done'> {
  if (!campaign.frozen) return 'done'
  const { connections, inHand, isAlone, isStopping, lease, transport } = delivery
  const compose = personalSender(delivery, campaign.id, campaign.frozen)
  const claim = { newsletter: campaign.id, lease, domain: senderDomain(campaign.frozen.headers.from) }
  let end = Date.now() + turnMilliseconds
  const walk = new AudienceWalk(cursor, campaign.reach)
  const landing = new Landing<Settled>(connections.total / 2)
  const mayClaim = () => walk.wanted !== null && Date.now() < end && !isStopping()

  for (;;) {
    if (Date.now() >= end && isAlone()) {
      end = Date.now() + turnMilliseconds
      walk.lookBack()
    }
    const batch = landing.take()
    let taken = mayClaim() ? connections.takeFree() : 0
    if (batch.length === 0 && taken === 0) {
      if (landing.expected > 0) {
        await landing.next()
        continue
      }
      if (!mayClaim()) return walk.wanted === null ? 'done' : 'more'
      // Other newsletters have all connections of this worker.
      taken = await connections.take()
    }
    const grant = mayClaim() ? await delivery.limits.grant(batch.length + taken) : nothing
    const wanted = walk.wanted ?? 'deferred'
    const { claimed, exhausted, running } = await exchange(delivery, claim, batch, wanted, grant)
    for (const { mail } of batch) inHand.delete(mail.id)
    connections.giveBack(batch.length + taken - claimed.length)
    for (const mail of claimed) {
      inHand.add(mail.id)
      const { content, envelope } = compose(mail)
      landing.expect(
        transport.send(envelope, content).then((outcome) => {
          // No server takes anything: more mails would only fail like this one.
          if (outcome.state === 'deferred' && outcome.unreachable) walk.stop()
          return { mail, outcome }
        }),
      )
    }
    if (!running) walk.stop()
    else if (grant.count > 0 && exhausted) walk.advance()
    else if (landing.expected > 0) await landing.next()
    else if (grant.count === 0 && mayClaim()) await delivery.limits.pause()
  }
}

/** Settles and claims; when the database is away, nothing is claimed and what is done is kept until it is back. */
async function exchange(
  { inHand, isStopping, ledger, limits, onError }: BulkDelivery,
  claim: { newsletter: string | number; lease: string; domain: string },
  batch: readonly Settled[],
  wanted: Wanted,
  grant: Grant,
) {
  // Claimed mails must go out, whether the rest of the grant could be given back or not.
  const refund = (unused: number) =>
    limits.refund(grant, unused).catch((error: unknown) => onError(error as Error))
  try {
    const result = await ledger.exchange(claim, batch, wanted, grant.count)
    await refund(grant.count - result.claimed.length)
    return result
  } catch (error) {
    onError(error as Error)
    for (let chances = lastChances; ; chances -= isStopping() ? 1 : 0) {
      await new Promise((resolve) => setTimeout(resolve, retryMilliseconds))
      try {
        await ledger.exchange(claim, batch, wanted, 0)
        await ledger.giveBackUnheard(claim, [...inHand])
        await refund(grant.count)
        return { claimed: [], exhausted: false, running: false }
      } catch (again) {
        onError(again as Error)
        if (chances <= 0) throw again
      }
    }
  }
}
