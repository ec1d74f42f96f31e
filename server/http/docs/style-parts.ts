/** Headings, badges, tables and samples. */
export const parts = `
h1 { margin: 0 0 1.25rem; font: 600 2.6rem/1.1 var(--serif); letter-spacing: -.012em; text-wrap: balance }
main > h2 { margin: 2.5rem 0 1.25rem; font: 600 1.9rem/1.2 var(--serif); letter-spacing: -.008em }
h3 { margin: 0 0 .75rem; font: 600 1.3rem/1.35 var(--sans); letter-spacing: -.008em }
h4 { margin: 1.9rem 0 .5rem; font: 600 .9375rem/1.4 var(--sans) }
p { margin: 0 0 1rem; text-wrap: pretty }
.head ul { margin: 0 0 1rem; padding-left: 1.1rem }
.head li { margin-bottom: .4rem }
.head li::marker { color: var(--edge) }
.anchor { margin-left: .15em; color: var(--quiet); font-weight: 400; text-decoration: none; opacity: 0 }
h3:hover .anchor, .anchor:focus-visible { opacity: 1 }
@media (hover: none) { .anchor { opacity: .5 } }
.entry:target h3, .entry:target h3 .anchor { color: var(--accent); opacity: 1 }

code, pre { font-family: var(--mono) }
code { font-size: .86em }
p code, .head li code, .meaning code, .rules code { padding: .1em .32em; border-radius: 4px; background: var(--chip); box-decoration-break: clone }
h3 code { font-size: .92em }
var { font-style: italic; color: var(--accent) }

.method {
  display: inline-block; padding: .12rem .4rem; border-radius: 5px; font: 600 .6875rem/1.4 var(--mono);
  letter-spacing: .02em; white-space: nowrap;
}
.get { color: var(--get); background: var(--get-soft) }
.post { color: var(--post); background: var(--post-soft) }
.patch { color: var(--patch); background: var(--patch-soft) }
.put { color: var(--put); background: var(--put-soft) }
.delete { color: var(--delete); background: var(--delete-soft) }
.route { display: flex; align-items: baseline; gap: .6rem; font-size: 1rem }
.route .method { font-size: .75rem; padding: .18rem .5rem }
.route code { padding: 0; background: none; font-size: .9375rem; min-width: 0 }
.status { font: 600 .8125rem/1.4 var(--mono) }
.s2 { color: var(--get) } .s4 { color: var(--patch) } .s5 { color: var(--delete) }

table { width: 100%; border-collapse: collapse; font-size: .875rem; line-height: 1.5; table-layout: fixed }
thead th { padding: 0 .75rem .4rem 0; font-weight: 500; text-align: left; color: var(--quiet); font-size: .8125rem }
tbody th, td { padding: .6rem .75rem .6rem 0; vertical-align: top; text-align: left; font-weight: 400; border-top: 1px solid var(--line) }
td:last-child, thead th:last-child { padding-right: 0 }
.fields thead th:nth-child(1) { width: 34% }
.fields thead th:nth-child(2) { width: 24% }
.wide .fields thead th:nth-child(1) { width: 30% }
.wide .fields thead th:nth-child(2) { width: 22% }
.fields code.name { font-size: .8125rem; font-weight: 600 }
.type { color: var(--quiet) }
.answer .type { font-size: .9375rem }
.tag { font-size: .75rem; color: var(--quiet); white-space: nowrap }
.must { color: var(--patch) }
.rules { color: var(--quiet) }
.meaning + .rules { display: block; margin-top: .1rem; font-size: .8125rem }
.refusals thead th:nth-child(1) { width: 3.75rem }
.refusals thead th:nth-child(2) { width: 40% }
.refusals th code { font-size: .8125rem; overflow-wrap: anywhere }
.message { display: block; font-weight: 600 }
tr:target th, tr:target td { background: var(--soft) }
tr { scroll-margin-top: 1rem }
.note { margin: .75rem 0 0; font-size: .875rem; color: var(--quiet) }

.box { border: 1px solid var(--slate-line); border-radius: 10px; background: var(--slate); color: var(--slate-ink); overflow: hidden }
.sample { position: relative }
.sample + .sample { border-top: 1px solid var(--slate-line) }
.sample h4 { margin: 0; padding: .6rem 1rem .65rem; border-bottom: 1px solid var(--slate-line); font: 500 .8125rem/1.4 var(--sans); color: var(--slate-quiet) }
.tabbed .sample { border: 0 }
.tabbed h4 { display: none }
.js .sample:not([role]) + .sample:not([role]) { display: none }
pre {
  margin: 0; padding: .8rem 1rem 1rem; max-height: min(34rem, calc(100dvh - 8rem)); overflow: auto;
  font-size: .78125rem; line-height: 1.65; tab-size: 2; scrollbar-width: thin; scrollbar-color: var(--slate-line) transparent;
}
pre code { font-size: inherit }
[data-language=shell] pre, [data-language=http] pre { white-space: pre-wrap; word-break: break-all }
.box :focus-visible { outline-color: #7fd8ba; outline-offset: -2px }
.tabs { display: flex; gap: .15rem; padding: .35rem 4.5rem 0 .5rem; overflow-x: auto; scrollbar-width: none; border-bottom: 1px solid var(--slate-line) }
.tabs button {
  padding: .45rem .55rem .55rem; border: 0; background: none; color: var(--slate-quiet); font: 500 .8125rem/1.3 var(--sans);
  cursor: pointer; border-bottom: 2px solid transparent; margin-bottom: -1px;
}
.tabs button:hover { color: var(--slate-ink) }
.tabs button[aria-selected=true] { color: #fff; border-bottom-color: #5cc9a5 }
.copy {
  position: absolute; top: .42rem; right: .45rem; padding: .3rem .6rem; border: 1px solid var(--slate-line); border-radius: 6px;
  background: var(--slate); color: var(--slate-quiet); font: 500 .75rem/1.3 var(--sans); cursor: pointer;
}
.copy:hover { color: #fff; border-color: var(--slate-quiet) }
.t-string { color: var(--t-string) } .t-key { color: var(--t-key) } .t-word { color: var(--t-word) }
.t-flag { color: var(--t-word) } .t-number { color: var(--t-number) } .t-comment { color: var(--t-comment) }

footer { padding: 2rem 0 0; border-top: 1px solid var(--line); color: var(--quiet); font-size: .875rem }

@media (max-width: 40rem) {
  h1 { font-size: 2.1rem }
  table, tbody, tr, td, tbody th { display: block }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
  tbody tr { padding: .65rem 0; border-top: 1px solid var(--line) }
  tbody th, td { padding: 0; border: 0 }
  .fields td.type, .refusals tr > :first-child, .refusals tr > th { display: inline }
  .fields tbody th { display: inline; margin-right: .5rem }
  .fields td:last-child { margin-top: .15rem }
  .refusals tr > th { margin-left: .5rem }
}
@media print {
  .side, .copy { display: none }
  main { margin: 0 }
}
`
