import { colours } from './style-colours.ts'
import { parts } from './style-parts.ts'

const layout = `
*, *::before, *::after { box-sizing: border-box }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1.25rem }
body {
  margin: 0; color: var(--ink); background: var(--paper);
  font: 400 1rem/1.6 var(--sans); overflow-wrap: break-word;
}
[hidden] { display: none !important }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: .2em }
a:hover { text-decoration-thickness: 2px }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px }
main:focus { outline: none }
.unseen {
  position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap;
}
.skip { position: absolute; left: 1rem; top: -4rem; z-index: 9; padding: .5rem 1rem; background: var(--accent); color: var(--paper) }
.skip:focus { top: 1rem }

.side {
  position: fixed; inset: 0 auto 0 0; width: 17rem; display: flex; flex-direction: column;
  background: var(--shade); border-right: 1px solid var(--line);
}
main { margin-left: 17rem; padding: 0 2.5rem 4rem; max-width: 84rem }

.bar { display: flex; align-items: center; padding: 1.1rem 1.25rem .9rem }
.brand {
  display: flex; align-items: center; gap: .6rem; font: 600 1.2rem/1 var(--serif);
  color: var(--ink); text-decoration: none; letter-spacing: .005em;
}
.brand .version { font: 400 .75rem/1 var(--sans); color: var(--quiet); align-self: end; padding-bottom: .3rem }
.menu { display: none }

#contents { flex: 1; min-height: 0; overflow-y: auto; overscroll-behavior: contain; padding: 0 .75rem 2rem }
.find { position: sticky; top: 0; z-index: 1; padding: .35rem .5rem .75rem; background: var(--shade); display: none }
.js .find { display: block }
.find input {
  width: 100%; font: inherit; font-size: .875rem; line-height: 1.3; padding: .5rem 2rem .5rem .7rem; color: var(--ink);
  background: var(--paper); border: 1px solid var(--field); border-radius: 8px; appearance: none;
}
.find input::placeholder { color: var(--quiet); opacity: 1 }
.find input:focus-visible { outline-offset: -1px; border-radius: 8px }
.find kbd {
  position: absolute; right: 1.05rem; top: .86rem; font: 500 .75rem/1.35rem var(--mono); width: 1.35rem; text-align: center;
  color: var(--quiet); border: 1px solid var(--line); border-radius: 5px; background: var(--shade); pointer-events: none;
}
.find input:focus ~ kbd, .find input:not(:placeholder-shown) ~ kbd { display: none }
.find input::-webkit-search-cancel-button {
  appearance: none; width: 1.1rem; height: 1.1rem; margin-right: -1.35rem; cursor: pointer;
  background: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16' fill='none' stroke='%23809089' stroke-width='1.8' stroke-linecap='round'%3E%3Cpath d='m4 4 8 8m0-8-8 8'/%3E%3C/svg%3E") center/contain no-repeat;
}
.none { margin: .5rem; color: var(--quiet); font-size: .875rem }
.group h2 {
  margin: 1.1rem .6rem .3rem; padding: 0; border: 0; font: 600 .75rem/1.4 var(--sans); letter-spacing: .04em; color: var(--quiet);
}
.group:first-of-type h2 { margin-top: .25rem }
.group ul { list-style: none; margin: 0; padding: 0 }
.group a {
  display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 .55rem; padding: .3rem .6rem; border-radius: 6px;
  color: var(--ink); text-decoration: none; font-size: .875rem; line-height: 1.4;
}
.group a:hover { background: var(--soft) }
.group a[aria-current] { background: var(--soft); color: var(--accent); font-weight: 600 }
.group .title { flex: 1; min-width: 0 }
.group .method { min-width: 3.55rem; text-align: center }
.why { flex-basis: 100%; margin-left: 4.1rem; font: 400 .75rem/1.5 var(--mono); color: var(--quiet) }
.group code { padding: 0; background: none }

.entry {
  display: grid; grid-template: auto 1fr / minmax(0, 1fr) minmax(0, 25.5rem); column-gap: 2.5rem;
  padding: 2.5rem 0; border-top: 1px solid var(--line);
}
.entry > .head { grid-area: 1 / 1; max-width: 44rem }
.entry > .body { grid-area: 2 / 1; max-width: 48rem; min-width: 0 }
.body > h4:first-child { margin-top: .75rem }
.entry > .samples { grid-area: 1 / 2 / 3 }
.entry.wide { display: block }
.entry.wide > .head { max-width: 60rem }
.entry.lede { padding: 4.5rem 0 3rem; border: 0 }
.lede p { font-size: 1.125rem; line-height: 1.6; max-width: 38rem }
.lede .links { font-size: 1rem }
h2 + .entry, .lede + .entry { border-top-color: var(--edge) }
.box { position: sticky; top: 1.25rem }

@media (min-width: 96rem) {
  main { max-width: 94rem }
  .entry { grid-template-columns: minmax(0, 1fr) minmax(0, 36rem) }
}
@media (max-width: 68rem) {
  .entry { display: block }
  .entry > .samples { margin: 1.5rem 0 .5rem; max-width: 48rem }
  .box { position: relative; top: 0 }
  .body > h4:first-child { margin-top: 1.5rem }
}
@media (max-width: 52rem) {
  html { --bar: 3.625rem; scroll-padding-top: 4.25rem }
  .side { position: static; width: auto; border: 0 }
  .js .side { position: sticky; top: 0; z-index: 5; border-bottom: 1px solid var(--line) }
  .js #contents { display: none }
  .js .side.open #contents { display: block; position: fixed; inset: var(--bar) 0 0; background: var(--shade) }
  .bar { padding: 0 1.25rem; height: var(--bar) }
  .js .menu {
    display: block; margin-left: auto; font: 500 .875rem/1 var(--sans); padding: .6rem .9rem; color: var(--ink);
    background: var(--paper); border: 1px solid var(--field); border-radius: 8px; cursor: pointer;
  }
  .group a { padding-block: .5rem }
  main { margin-left: 0; padding: 0 1.25rem 3rem }
  .entry.lede { padding-top: 2.5rem }
}
`

/** What `/docs/docs.css` holds. */
export const styleSheet = [colours, layout, parts].map((text) => text.trim()).join('\n\n')
