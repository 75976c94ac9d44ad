import type { Payload } from 'payload'
import { crmOf } from '../config/resolve.js'
import type { CrmSlugs } from '../config/slugs.js'

/** The time zone in which dates are shown and days begin. */
export function timeZoneOf(payload: Payload): string {
  return crmOf(payload).timeZone
}

export function slugsOf(payload: Payload): CrmSlugs {
  return crmOf(payload).slugs
}
