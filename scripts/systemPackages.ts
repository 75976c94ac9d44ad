import { spawnSync } from 'node:child_process'

const found = (command: string) => spawnSync('which', [command]).status === 0

/** Installs a program from the distribution where that is allowed, or says in one line what to install. */
export function provide(command: string, debianPackage: string): void {
  if (found(command)) return
  const apt = process.getuid?.() === 0 && found('apt-get')
  if (apt) {
    console.log(`Installing ${debianPackage}`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['update', '-qq'], { env, stdio: 'ignore' })
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', debianPackage], {
      env,
      stdio: 'ignore',
    })
  }
  if (found(command)) return
  console.error(
    `${command} is missing. Please install it, for example with: apt-get install ${debianPackage}`,
  )
  process.exit(1)
}
