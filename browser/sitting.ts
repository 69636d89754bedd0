// The record of a meeting on the secretary's laptop: every deed by key, kept and decided here, told when there is network.
// Without it the page has a form for each deed. The rules are those of the server, by the same files.
import { Desk } from './sitting/desk.ts'
import type { PageData } from './sitting/page.ts'

const root = document.querySelector<HTMLElement>('[data-recorder]')
const given = document.querySelector('script[data-recorder-page]')
if (root && given) void new Desk(root, JSON.parse(given.textContent ?? '') as PageData).begin()
