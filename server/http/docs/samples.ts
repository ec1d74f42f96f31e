import type { Language, Sample } from '#contract/openapi/overview.ts'
import { type Html, html, type Part } from './html.ts'

/** What is coloured in each language; a group's name is the class of its text. */
const grammars: Record<Language, RegExp> = {
  json: /(?<key>"(?:[^"\\]|\\.)*"(?=\s*:))|(?<string>"(?:[^"\\]|\\.)*")|(?<word>\b(?:true|false|null)\b)|(?<number>-?\b\d[\d.]*)/g,
  js: /(?<string>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(?<comment>\/\/.*)|(?<word>\b(?:import|from|const|await|new|true|false|null)\b)|(?<number>\b\d[\d_.]*\b)|(?<key>\b\w+(?=:))/g,
  shell: /(?<string>'[^']*'|"[^"]*")|(?<word>^curl\b)|(?<flag>(?<=\s)-{1,2}\w[\w-]*)|(?<key>^[A-Z_]+(?==))/gm,
  http: /(?<word>^HTTP\/\S+ \d+)|(?<key>^[A-Za-z-]+(?=:)|__\w+)/gm,
}

function coloured(text: string, language: Language): Part[] {
  const parts: Part[] = []
  let from = 0
  for (const match of text.matchAll(grammars[language])) {
    const [name] = Object.entries(match.groups!).find(([, found]) => found !== undefined)!
    parts.push(text.slice(from, match.index), html`<span class="t-${name}">${match[0]}</span>`)
    from = match.index + match[0].length
  }
  return [...parts, text.slice(from)]
}

const sampleBox = ({ label, language, text }: Sample): Html =>
  html`<section class="sample" data-label="${label}" data-language="${language}"><h4>${label}</h4><pre tabindex="0"><code>${coloured(text, language)}</code></pre></section>`

/** Texts to copy, one below the other; the script turns several into tabs. */
export const sampleBoxes = (of: string, samples: readonly Sample[]): Html =>
  samples.length === 0
    ? html``
    : html`<aside class="samples" aria-label="Examples: ${of}"><div class="box">${samples.map(sampleBox)}</div></aside>`
