import { describe, expect, it } from 'vitest'
import { parseTime } from '../../src/domain/typedTime.js'

describe('a typed time', () => {
  it.each([
    ['9:30', '09:30'],
    ['09.05', '09:05'],
    [' 23:59 ', '23:59'],
    ['0:00', '00:00'],
    ['', null],
  ])('%s is %s', (text, value) => expect(parseTime(text)).toEqual({ value }))

  it.each(['24:00', '9:60', '9', '930', '9:3', 'neun', '9:30 PM'])('%s cannot be read', (text) =>
    expect(parseTime(text)).toEqual({ problem: 'unreadable' }),
  )
})
