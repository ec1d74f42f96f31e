/** The green of a ledger on near-white paper; code on dark slate in both schemes. */
export const colours = `
:root {
  color-scheme: light dark;
  --sans: -apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif;
  --serif: 'Iowan Old Style', Charter, 'Bitstream Charter', 'Palatino Linotype', Palatino, 'Noto Serif', 'Liberation Serif', Georgia, serif;
  --mono: ui-monospace, 'SF Mono', SFMono-Regular, Menlo, 'Cascadia Mono', Consolas, 'Liberation Mono', monospace;
  --paper: #fdfefd; --shade: #f4f7f5; --soft: #e4efea; --line: #e0e6e3; --edge: #c6d0cb; --field: #83928a;
  --ink: #18221e; --quiet: #56645d; --accent: #0b6a53;
  --chip: #edf2ef;
  --slate: #14211d; --slate-line: #2b3b35; --slate-ink: #d9e5df; --slate-quiet: #9fb2a9;
  --t-string: #a9d8a3; --t-key: #9cc9f0; --t-word: #e9b487; --t-number: #e2c97f; --t-comment: #8ca097;
  --get: #0b6a53; --get-soft: #dcefe7; --post: #1b5aa6; --post-soft: #e2ecfa; --patch: #855400; --patch-soft: #f9edd2;
  --put: #6540ad; --put-soft: #eee8fb; --delete: #ad231b; --delete-soft: #fbe5e3;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #101614; --shade: #141c19; --soft: #1c2c26; --line: #25312c; --edge: #3a4a43; --field: #6c7e75;
    --ink: #dde6e1; --quiet: #96a69e; --accent: #5cc9a5;
    --chip: #1d2723;
    --slate: #0a0f0d; --slate-line: #25312c;
    --get: #6fd3b1; --get-soft: #17352c; --post: #8dbcf5; --post-soft: #182b45; --patch: #e7bb66; --patch-soft: #372a10;
    --put: #bda5f3; --put-soft: #2b2147; --delete: #f39a92; --delete-soft: #431c19;
  }
}
`
