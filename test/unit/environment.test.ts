import { describe, expect, it } from 'vitest'
import { readEnvironment } from '../../src/config/environment.js'

const complete = {
  DATABASE_URL: 'postgres://crm:hunter2@db.example:5432/crm',
  PAYLOAD_SECRET: 'hunter2',
  SERVER_URL: 'https://crm.example.com',
  SMTP_URL: 'smtp://user:hunter2@mail.example.com:587',
  MAIL_FROM: 'Muster GmbH <info@example.com>',
}

function messageOf(variables: Record<string, string | undefined>): string {
  try {
    readEnvironment({ ...complete, ...variables })
  } catch (error) {
    return error instanceof Error ? error.message : 'not an error'
  }
  return 'no error'
}
const mentions = (message: string, name: string) => message.split(name).length - 1

describe('the environment', () => {
  it('is read without Redis', () => {
    expect(readEnvironment(complete)).toEqual({
      databaseUrl: complete.DATABASE_URL,
      serverUrl: complete.SERVER_URL,
      redisUrl: null,
      smtpUrls: [complete.SMTP_URL],
      mailFrom: complete.MAIL_FROM,
      bounceImapUrl: null,
      bounceWebhookSecret: null,
    })
  })

  it('keeps several mail servers in their order', () => {
    const SMTP_URL = ' smtp://a.example:25 ,smtps://u:p@b.example,, smtp://c.example '
    expect(readEnvironment({ ...complete, SMTP_URL }).smtpUrls).toEqual([
      'smtp://a.example:25',
      'smtps://u:p@b.example',
      'smtp://c.example',
    ])
  })

  it('drops the slash at the end of the base of all links', () => {
    expect(readEnvironment({ ...complete, SERVER_URL: 'https://x.example/crm//' }).serverUrl).toBe(
      'https://x.example/crm',
    )
  })

  it.each([
    ['DATABASE_URL', 'postgresql://localhost/crm'],
    ['REDIS_URL', 'rediss://:p@cache.example:6380/1'],
    ['SERVER_URL', 'http://localhost:3000'],
    ['MAIL_FROM', 'info@example.com'],
    ['MAIL_FROM', 'Meier, Schulze & Partner <info@example.com>'],
  ])('accepts %s=%s', (name, value) => expect(messageOf({ [name]: value })).toBe('no error'))

  it.each(Object.keys(complete))('names %s in one sentence when it is missing, empty or blank', (name) => {
    for (const value of [undefined, '', '  ']) {
      const message = messageOf({ [name]: value })
      expect(message).toContain(`${name} is missing`)
      expect(mentions(message, name)).toBe(1)
      for (const other of Object.keys(complete)) if (other !== name) expect(message).not.toContain(other)
    }
  })

  it.each([
    ['DATABASE_URL', 'mysql://crm:hunter2@db.example/crm'],
    ['DATABASE_URL', 'hunter2'],
    ['SERVER_URL', 'ftp://hunter2.example'],
    ['SERVER_URL', '//hunter2'],
    ['REDIS_URL', 'http://hunter2@cache.example'],
    ['SMTP_URL', 'mail.example.com:hunter2'],
    ['SMTP_URL', 'http://user:hunter2@mail.example.com'],
    ['MAIL_FROM', 'hunter2'],
    ['MAIL_FROM', 'A <hunter2>'],
    ['MAIL_FROM', 'A\r\nBcc: hunter2@x.example <a@b.example>'],
  ])('names a malformed %s (%j) in one sentence without repeating it', (name, value) => {
    const message = messageOf({ [name]: value })
    expect(mentions(message, name)).toBe(1)
    expect(message).toMatch(/^mozaikoo-crm cannot start: [^]*\.$/)
    expect(message).not.toContain('hunter2')
  })

  it('says which of several mail servers is malformed', () => {
    const message = messageOf({ SMTP_URL: 'smtp://a.example, http://u:hunter2@b.example' })
    expect(message).toContain('SMTP_URL, entry 2')
    expect(message).not.toContain('entry 1')
    expect(message).not.toContain('hunter2')
  })

  it('refuses a list of mail servers in which there is none', () => {
    expect(messageOf({ SMTP_URL: ' , ' })).toContain('SMTP_URL')
  })

  it('names everything that is wrong at once', () => {
    const message = messageOf({ DATABASE_URL: 'x', PAYLOAD_SECRET: '', MAIL_FROM: 'x', REDIS_URL: 'x' })
    for (const name of ['DATABASE_URL', 'PAYLOAD_SECRET', 'MAIL_FROM', 'REDIS_URL'])
      expect(mentions(message, name)).toBe(1)
  })
})
