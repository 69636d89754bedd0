import { writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { STEM_VERSION } from '#platform/search/analysis/analyse-rules.ts'
import { withBenchDatabase } from '../tools/bench/search-quality/bench-database.ts'
import {
  conflationSection,
  retrievalSection,
  wordListSection,
  type Section,
} from '../tools/bench/search-quality/report.ts'
import { readSentences } from '../tools/bench/search-quality/sentences.ts'

/**
 * How well Albanian words are found: `npm run bench:search`, `-- --write` to put the figures into docs/search-quality.md.
 * What is read lies in KUVEND_REAL_DATA; what is missing there is told and left out.
 */
const data = process.env.KUVEND_REAL_DATA || '../shared/data'
const gold = join(data, 'albanian')
const sections: Section[] = []

await withBenchDatabase(async (db) => {
  const sentences = await readSentences(data)
  tell(await conflationSection(db, gold))
  tell(await wordListSection(gold))
  if (sentences === null) {
    tell({ title: 'Searching sentences', lines: [`Not measured: there are no laws in ${join(data, 'albania_codes')}`] })
    return
  }
  tell(await retrievalSection(db, gold, sentences))
})
if (process.argv.includes('--write')) await write()

function tell(section: Section): void {
  sections.push(section)
  console.log(`## ${section.title}\n\n${section.lines.join('\n')}\n`)
}

async function write(): Promise<void> {
  const day = new Date().toISOString().slice(0, 10)
  const head = `# How well Albanian words are found

Made by \`npm run bench:search -- --write\` on ${day}; rules of version ${STEM_VERSION}, ${availableParallelism()} processors. How it is
measured stands in \`tools/bench/search-quality/\`; the gold sets and sentences are not part of this repository
(\`KUVEND_REAL_DATA\`).

P: of the pairs of forms with one stem, the share that is one family of words. R: of the pairs of forms of one word, the share with
one stem. wP, wR: the same, a pair weighing the geometric mean of both frequencies. \`simple\` and \`simple + unaccent\` are PostgreSQL's own
configurations; there every form is a word of its own. By the split \`dev\` rules may be made; \`test\` is for judging alone.
`
  const parts = sections.map(({ title, lines }) => `## ${title}\n\n${lines.join('\n')}\n`)
  await writeFile('docs/search-quality.md', [head, ...parts].join('\n'))
}
