/**
 * The script of the page. These functions run in the reader's browser: each is sent as its own text,
 * so none may use anything but the browser, its arguments and the other functions of the list below.
 */

function all(selector: string, within: ParentNode = document): HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>(selector)]
}

/** The clipboard is closed to pages from plain http on another machine; a selection can be copied all the same. */
async function copyText(source: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(source.textContent ?? '')
    return true
  } catch {
    const selection = getSelection()
    selection?.selectAllChildren(source)
    const copied = document.execCommand('copy')
    if (copied) selection?.removeAllRanges()
    return copied
  }
}

function addCopyButton(box: HTMLElement): void {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'copy'
  button.textContent = 'Copy'
  button.setAttribute('aria-live', 'polite')
  button.addEventListener('click', async () => {
    const code = box.querySelector<HTMLElement>('.sample:not([hidden]) code')
    button.textContent = code && (await copyText(code)) ? 'Copied' : 'Press Ctrl+C'
    setTimeout(() => {
      button.textContent = 'Copy'
    }, 1600)
  })
  box.append(button)
}

function showSample(box: HTMLElement, label: string): void {
  for (const tab of all('[role=tab]', box)) {
    const chosen = tab.dataset.label === label
    tab.setAttribute('aria-selected', String(chosen))
    tab.tabIndex = chosen ? 0 : -1
  }
  for (const sample of all('.sample', box)) sample.hidden = sample.dataset.label !== label
}

/** A language that is chosen once is chosen on the whole page; an answer is opened where it is asked for. */
function chooseSample(tab: HTMLElement): void {
  const label = tab.dataset.label ?? ''
  const box = tab.closest<HTMLElement>('.box')
  if (!box) return
  const before = tab.getBoundingClientRect().top
  showSample(box, label)
  if (box.dataset.language === 'true' && label !== 'Response') {
    for (const other of all('.box[data-language=true]'))
      if (all('[role=tab]', other).some((one) => one.dataset.label === label)) showSample(other, label)
    try {
      localStorage.setItem('bartleby-docs-language', label)
    } catch {}
  }
  scrollBy(0, tab.getBoundingClientRect().top - before)
}

function moveInTabs(event: KeyboardEvent): void {
  const tabs = all('[role=tab]', event.currentTarget as HTMLElement)
  const from = tabs.indexOf(event.target as HTMLElement)
  const step = { ArrowRight: 1, ArrowLeft: -1, Home: -from, End: tabs.length - 1 - from }[event.key]
  const tab = step === undefined ? undefined : tabs[(from + step + tabs.length) % tabs.length]
  if (!tab) return
  event.preventDefault()
  tab.focus()
  chooseSample(tab)
}

function makeTabs(box: HTMLElement, index: number): void {
  const samples = all('.sample', box)
  if (samples.length < 2) return
  const list = document.createElement('div')
  list.className = 'tabs'
  list.setAttribute('role', 'tablist')
  list.setAttribute('aria-label', box.parentElement?.getAttribute('aria-label') ?? 'Examples')
  for (const [i, sample] of samples.entries()) {
    const label = sample.dataset.label ?? ''
    const tab = document.createElement('button')
    tab.type = 'button'
    tab.id = `tab-${index}-${i}`
    tab.textContent = label
    tab.dataset.label = label
    tab.setAttribute('role', 'tab')
    sample.id = `sample-${index}-${i}`
    sample.setAttribute('role', 'tabpanel')
    sample.setAttribute('aria-labelledby', tab.id)
    tab.setAttribute('aria-controls', sample.id)
    tab.addEventListener('click', () => chooseSample(tab))
    list.append(tab)
  }
  list.addEventListener('keydown', moveInTabs)
  box.classList.add('tabbed')
  box.dataset.language = String(samples.some((sample) => sample.dataset.label === 'curl'))
  box.prepend(list)
  let wanted: string | null = null
  try {
    wanted = localStorage.getItem('bartleby-docs-language')
  } catch {}
  const first = samples.find((sample) => sample.dataset.label === wanted) ?? samples[0]
  showSample(box, first?.dataset.label ?? '')
}

/** Shows an entry of the contents if its title has every word, or one of the names behind it has all of them. */
function filterEntry(entry: HTMLElement, words: string[]): boolean {
  const title = (entry.dataset.find ?? '').toLowerCase()
  const inTitle = words.every((word) => title.includes(word))
  const names = inTitle ? [] : (entry.dataset.names ?? '').split(' ')
  const why = names.find((name) => name.includes(words.join('_')))
  entry.hidden = !inTitle && why === undefined
  entry.querySelector('.why')?.remove()
  if (why !== undefined) {
    const note = document.createElement('code')
    note.className = 'why'
    note.textContent = why
    entry.querySelector('a')?.append(note)
  }
  return !entry.hidden
}

function filterContents(text: string): void {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  let count = 0
  for (const group of all('.group')) {
    const shown = all('li', group).filter((entry) => filterEntry(entry, words)).length
    group.hidden = shown === 0
    count += shown
  }
  const list = document.getElementById('contents')
  if (list && words.length > 0) list.scrollTop = 0
  const none = document.querySelector<HTMLElement>('.none')
  if (none) none.hidden = count > 0
  const found = document.getElementById('found')
  if (found) found.textContent = words.length > 0 ? `${count} found` : ''
}

function openMenu(open: boolean): void {
  document.querySelector('.side')?.classList.toggle('open', open)
  document.querySelector('.menu')?.setAttribute('aria-expanded', String(open))
}

function wireFind(): void {
  const input = document.getElementById('find') as HTMLInputElement
  input.addEventListener('input', () => filterContents(input.value))
  input.form?.addEventListener('submit', (event) => {
    event.preventDefault()
    if (input.value.trim())
      document.querySelector<HTMLElement>('.group:not([hidden]) li:not([hidden]) a')?.click()
  })
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !input.value) return
    event.preventDefault()
    event.stopPropagation()
    input.value = ''
    filterContents('')
  })
  document.addEventListener('keydown', (event) => {
    const typing = (event.target as HTMLElement).closest('input, textarea, [contenteditable]')
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    openMenu(true)
    input.focus()
    input.select()
  })
  filterContents(input.value)
}

function wireMenu(): void {
  const button = document.querySelector<HTMLElement>('.menu')
  button?.addEventListener('click', () => openMenu(button.getAttribute('aria-expanded') !== 'true'))
  for (const link of all('#contents a, .brand')) link.addEventListener('click', () => openMenu(false))
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || button?.getAttribute('aria-expanded') !== 'true') return
    openMenu(false)
    button.focus()
  })
}

/** Marks the entry that is being read, and keeps its mark in sight. */
function followReading(): void {
  const entries = all('[data-entry]')
  const inSight = new Set<Element>()
  const list = document.getElementById('contents')
  const observer = new IntersectionObserver(
    (changes) => {
      for (const { target, isIntersecting } of changes)
        isIntersecting ? inSight.add(target) : inSight.delete(target)
      const current = entries.findLast((entry) => inSight.has(entry))
      if (!current || !list) return
      for (const link of all('a[aria-current]', list)) link.removeAttribute('aria-current')
      const link = list.querySelector<HTMLElement>(`a[href="#${current.id}"]`)
      link?.setAttribute('aria-current', 'location')
      if (!link || link.offsetParent === null) return
      const [view, place] = [list.getBoundingClientRect(), link.getBoundingClientRect()]
      if (place.top < view.top + 90 || place.bottom > view.bottom - 24)
        list.scrollTop += place.top - view.top - view.height / 2
    },
    { rootMargin: '0px 0px -70% 0px' },
  )
  for (const entry of entries) observer.observe(entry)
}

function start(): void {
  document.documentElement.classList.add('js')
  document.addEventListener('DOMContentLoaded', () => {
    for (const [index, box] of all('.box').entries()) {
      makeTabs(box, index)
      addCopyButton(box)
    }
    wireFind()
    wireMenu()
    followReading()
  })
}

const functions = [
  all,
  copyText,
  addCopyButton,
  showSample,
  chooseSample,
  moveInTabs,
  makeTabs,
  filterEntry,
  filterContents,
  openMenu,
  wireFind,
  wireMenu,
  followReading,
  start,
]

/** What `/docs/docs.js` holds. */
export const browserScript = `'use strict'\n${functions.map(String).join('\n\n')}\n\nstart()\n`
