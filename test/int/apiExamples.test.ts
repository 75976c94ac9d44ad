import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../../scripts/host.js'
import { password } from '../support/accounts.js'
import { createClient } from '../support/client.js'
import { startHost, type TestHost } from '../support/host.js'

interface Example {
  language: string
  code: string
  answer: unknown
}

const mark = '\u0001'
let host: TestHost
const examples = readExamples(readFileSync(path.join(root, 'docs', 'api.md'), 'utf8'))
const of = (language: string) => examples.filter((example) => example.language === language)

beforeAll(async () => {
  host = await startHost()
  const data = { email: 'demo@mozaikoo.test', password: 'demo', name: 'Demo', roles: ['admin'] }
  await host.payload.create({ collection: 'users', data, overrideAccess: true })
})
afterAll(() => host.close())

/** The page's blocks of code, each with the JSON that stands below it. */
function readExamples(text: string): Example[] {
  const blocks = [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language = '', code = '']) => ({
    language,
    code,
  }))
  return blocks.flatMap((block, index) => {
    if (block.language === 'json') return []
    const next = blocks[index + 1]
    return [{ ...block, answer: next?.language === 'json' ? JSON.parse(next.code) : undefined }]
  })
}

/** Runs blocks as one program, as a reader would paste them one after the other, and returns what each printed. */
async function run(command: string, args: string[], blocks: Example[], separator: string): Promise<string[]> {
  const program = blocks
    .map(({ code }) => code.replaceAll('http://localhost:3000/api', host.api))
    .join(`\n${separator}\n`)
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] })
  let output = ''
  let errors = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  child.stdin.end(program)
  const code = await new Promise((resolve) => child.once('close', resolve))
  expect(code, errors).toBe(0)
  return output.split(mark)
}

function assertAnswers(blocks: Example[], printed: string[]): void {
  expect(printed).toHaveLength(blocks.length)
  for (const [index, { answer, code }] of blocks.entries())
    if (answer !== undefined) expect(JSON.parse(printed[index] ?? ''), code).toMatchObject(answer as object)
}

describe('docs/api.md', () => {
  it('has blocks of three kinds, nearly all with an answer', () => {
    expect(new Set(examples.map(({ language }) => language))).toEqual(new Set(['sh', 'js', 'graphql']))
    expect(examples.filter(({ answer }) => answer === undefined)).toHaveLength(1)
    expect(spawnSync('curl', ['--version']).status, 'curl is there').toBe(0)
  })

  it('tells the truth with curl', async () => {
    const blocks = of('sh')
    assertAnswers(blocks, await run('bash', ['-eu'], blocks, `printf '\\001'`))
  })

  it('tells the truth with fetch', async () => {
    const data = { email: 'anna@kunde.test', password, name: 'Anna Ort', customer: 1, status: 'active' }
    await host.payload.create({ collection: 'accounts', data, overrideAccess: true })
    const blocks = of('js')
    const separator = `process.stdout.write('\\u0001')`
    assertAnswers(blocks, await run(process.execPath, ['--input-type=module'], blocks, separator))
  })

  it('tells the truth with GraphQL', async () => {
    const credentials = { email: 'demo@mozaikoo.test', password: 'demo' }
    const { token } = (await createClient(host.api).post('/users/login', credentials)).body
    const client = createClient(host.api, token)
    for (const { answer, code } of of('graphql')) {
      const { body } = await client.post('/graphql', { query: code })
      expect(body.errors, code).toBeUndefined()
      expect(body, code).toMatchObject(answer as object)
    }
  })
})
