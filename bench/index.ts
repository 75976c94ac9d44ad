/** `npm run bench -- orders`, `api [seconds]`, `admin`, `timing [calls]` or `newsletter [recipients]`: measures one thing and ends by itself. */
const benches: Record<string, () => Promise<{ run: () => Promise<void> }>> = {
  admin: () => import('./admin.js'),
  api: () => import('./api.js'),
  orders: () => import('./orders.js'),
  newsletter: () => import('./newsletter.js'),
  timing: () => import('./timing.js'),
}

const name = process.argv[2] ?? ''
const load = benches[name]
if (!load) {
  console.error(`Usage: npm run bench -- ${Object.keys(benches).join(' | ')}`)
  process.exit(1)
}
await (await load()).run()
// Pools and timers of the host may still be open; everything measured is done.
process.exit(0)
