import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayOf, instantAt, lastMonths, startOfDay, timeOf } from '../../src/domain/calendar.js'

const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC']

describe('a day in a time zone', () => {
  it.each([
    ['2026-01-15', 'Europe/Berlin', '2026-01-14T23:00:00.000Z'],
    ['2026-07-15', 'Europe/Berlin', '2026-07-14T22:00:00.000Z'],
    // The days on which the clocks change.
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00.000Z'],
    ['2026-11-01', 'America/New_York', '2026-11-01T04:00:00.000Z'],
    ['2026-11-02', 'America/New_York', '2026-11-02T05:00:00.000Z'],
  ])('%s in %s begins at %s', (day, zone, instant) => {
    expect(startOfDay(day, zone).toISOString()).toBe(instant)
  })

  it.each([
    ['2026-07-01', '09:30', 'Europe/Berlin', '2026-07-01T07:30:00.000Z'],
    ['2026-12-31', '23:59', 'Europe/Berlin', '2026-12-31T22:59:00.000Z'],
    ['2026-03-29', '01:59', 'Europe/Berlin', '2026-03-29T00:59:00.000Z'],
    // Skipped by the clocks: an hour later is meant.
    ['2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25', '03:00', 'Europe/Berlin', '2026-10-25T02:00:00.000Z'],
    ['2026-07-01', '09:30', 'Asia/Kolkata', '2026-07-01T04:00:00.000Z'],
  ])('%s %s in %s is %s', (day, time, zone, instant) => {
    expect(instantAt(day, time, zone).toISOString()).toBe(instant)
  })

  it('shows every minute of it as it was typed', () => {
    const times = fc.integer({ min: 4 * 60, max: 24 * 60 - 1 })
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9000 }),
        times,
        fc.constantFrom(...zones),
        (days, minute, zone) => {
          const day = addDays('2020-01-01', days)
          const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
          const instant = instantAt(day, time, zone)
          expect([dayOf(instant, zone), timeOf(instant, zone)]).toEqual([day, time])
        },
      ),
    )
  })

  it('begins with its first instant: the one before belongs to yesterday', () => {
    const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(days, fc.constantFrom(...zones), (instant, zone) => {
        const day = dayOf(instant, zone)
        const start = startOfDay(day, zone)
        expect(dayOf(start, zone)).toBe(day)
        expect(dayOf(new Date(start.getTime() - 1), zone)).toBe(addDays(day, -1))
        expect(start.getTime()).toBeLessThanOrEqual(instant.getTime())
      }),
    )
  })

  it('is followed by the next one across months, leap days and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
  })
})

describe('the last months', () => {
  it('end with the month of the day, across the turn of the year', () => {
    expect(lastMonths('2026-02-03', 4)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
    expect(lastMonths('2026-12-31', 1)).toEqual(['2026-12'])
    expect(lastMonths('2026-12-31', 12)[0]).toBe('2026-01')
  })
})
