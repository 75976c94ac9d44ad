/**
 * Whether openings and clicks of newsletters are counted. `anonymous`: without saying whose they are. `consented`: beside
 * that by person, of those who agreed to it (§ 25 TDDDG); everybody else stays anonymous.
 */
export const trackingModes = ['off', 'anonymous', 'consented'] as const
export type TrackingMode = (typeof trackingModes)[number]

/** The number that stands for opening a letter; its links are counted from 1. */
export const opening = 0
