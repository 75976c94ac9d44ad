import { APIError } from 'payload'

/**
 * What the sender asked for and does not get, with the reason in the reader's language: nothing of ours went wrong. The log
 * has one line of it, where an `APIError` is an error with its stack, so nobody fills it by sending nonsense.
 */
export class Refusal extends APIError {
  // Said here, because the host's build may shorten the names of classes.
  override name = 'Refusal'
}
