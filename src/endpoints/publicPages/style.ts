/** All there is to the look of the public pages: no script, no image, no font from elsewhere. */
export const style = `
:root { color-scheme: light dark; --paper: #fff; --ground: #f3f5f7; --ink: #1b232b; --soft: #55606b; --line: #8894a0;
  --accent: #1f4e5f; --on-accent: #fff; --bad: #a4262c }
@media (prefers-color-scheme: dark) { :root { --paper: #1d252c; --ground: #12171c; --ink: #eef2f5; --soft: #aeb9c4;
  --line: #74818d; --accent: #7fc4dc; --on-accent: #0e1a20; --bad: #ff9a9f } }
* { box-sizing: border-box }
body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; background: var(--ground); color: var(--ink);
  font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif }
header, main, footer { width: 100%; max-width: 36rem; margin: 0 auto; padding: 0 1.25rem }
header { padding-top: 2.5rem; font-weight: 600; color: var(--accent) }
main { flex: 1; padding-top: 1rem }
article { padding: 2rem; background: var(--paper); border-radius: .75rem; box-shadow: 0 1px 3px rgb(0 0 0 / .12) }
h1 { margin: 0 0 1rem; font-size: 1.6rem; line-height: 1.25; overflow-wrap: anywhere }
p { margin: 0 0 1.25rem; overflow-wrap: anywhere }
form { margin: 0 }
form + form, form + p { margin-top: 1.25rem }
fieldset { margin: 0 0 1.25rem; padding: 0; border: 0 }
legend, .label { padding: 0; margin-bottom: .35rem; font-weight: 600; display: block }
.field { margin-bottom: 1.25rem }
input[type=email], input[type=password], input[type=text], select { width: 100%; padding: .65rem .75rem; font: inherit; color: inherit;
  background: var(--paper); border: 1px solid var(--line); border-radius: .4rem }
.choice { display: flex; gap: .75rem; align-items: flex-start; padding: .4rem 0 }
.choice input { width: 1.25rem; height: 1.25rem; margin: .2rem 0 0; flex: none; accent-color: var(--accent) }
.choice small { display: block; color: var(--soft); font-size: .9rem }
button { width: 100%; padding: .8rem 1.25rem; font: inherit; font-weight: 600; cursor: pointer; border-radius: .4rem;
  border: 1px solid var(--accent); background: var(--accent); color: var(--on-accent) }
button.quiet { background: transparent; color: var(--accent) }
a { color: var(--accent) }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
.done, .bad { padding: .75rem 1rem; border-left: 4px solid var(--accent); background: var(--ground) }
.bad { border-color: var(--bad) }
.words { color: var(--soft); font-size: .9rem }
h2 { margin: 1.75rem 0 .5rem; font-size: 1.1rem }
dl { margin: 0 0 1.25rem; display: grid; grid-template-columns: minmax(7rem, 1fr) 2fr; gap: .25rem 1rem }
dt { color: var(--soft); overflow-wrap: anywhere }
dd { margin: 0; min-width: 0; overflow-wrap: anywhere; white-space: pre-line }
dd span { display: block }
dd dl { display: block; margin: 0 0 .75rem }
dd dl dt { font-size: .85rem }
.last { margin-bottom: 0 }
footer { padding-top: 1.5rem; padding-bottom: 2rem; font-size: .85rem; color: var(--soft) }
footer h2 { margin: 0 0 .25rem; font-size: .85rem }
footer p { margin: 0 }
@media (max-width: 30rem) { header { padding-top: 1.25rem } article { padding: 1.5rem 1.25rem } h1 { font-size: 1.4rem }
  dl { grid-template-columns: 1fr; gap: 0 } dd { margin-bottom: .5rem } }
`
