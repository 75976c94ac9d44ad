import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import path from 'node:path'

export interface ImapServer {
  url: string
  /** Puts a mail into the inbox as a delivery would. */
  deliver(mail: string): void
  /** Names of the files of the inbox: they show by their flags whether somebody touched them. */
  files: string
  stop(): Promise<void>
}

/** Starts the machine's Dovecot with one mailbox, in a folder of its own. */
export async function startDovecot(port: number): Promise<ImapServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mozaikoo-crm-imap-'))
  chmodSync(folder, 0o755)
  const inbox = path.join(folder, 'mail', 'Maildir')
  for (const name of ['new', 'cur', 'tmp']) mkdirSync(path.join(inbox, name), { recursive: true })
  // Whoever reads the mail writes its index beside it.
  for (const name of ['..', '.', 'new', 'cur', 'tmp']) chmodSync(path.join(inbox, name), 0o777)
  const isRoot = process.getuid?.() === 0
  // Dovecot reads mail as an ordinary user and never as root.
  const user = isRoot ? 'nobody' : userInfo().username
  const group = isRoot ? 'nogroup' : String(userInfo().gid)
  writeFileSync(
    path.join(folder, 'dovecot.conf'),
    `protocols = imap
listen = 127.0.0.1
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
default_internal_user = ${isRoot ? 'dovecot' : user}
default_login_user = ${isRoot ? 'dovenull' : user}
default_internal_group = ${isRoot ? 'dovecot' : group}
mail_location = maildir:${inbox}
service imap-login {
  ${isRoot ? '' : 'chroot ='}
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  ${isRoot ? '' : 'chroot ='}
}
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=${user} gid=${group} home=${folder}/mail
}
`,
  )
  const child = spawn('dovecot', ['-F', '-c', path.join(folder, 'dovecot.conf')], {
    stdio: 'ignore',
    detached: true,
    env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` },
  })
  await listening(port, child)
  let count = 0
  return {
    url: `imap://bounces:secret@127.0.0.1:${port}/INBOX`,
    files: inbox,
    deliver(mail) {
      count += 1
      const file = path.join(inbox, 'new', `${Date.now()}.${process.pid}_${count}.test`)
      writeFileSync(file, mail)
      chmodSync(file, 0o666)
    },
    async stop() {
      const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
      child.kill('SIGTERM')
      await gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function listening(port: number, child: ReturnType<typeof spawn>): Promise<void> {
  const failures: Error[] = []
  child.once('error', () => {
    failures.push(
      new Error('dovecot is missing; install it, for example with: apt-get install dovecot-imapd'),
    )
  })
  child.once('exit', (code) => failures.push(new Error(`dovecot did not start (code ${code}).`)))
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (failures[0]) throw failures[0]
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true))
      socket.once('error', () => resolve(false))
      socket.once('connect', () => socket.destroy())
    })
    if (open) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('dovecot does not listen.')
}
