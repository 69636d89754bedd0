import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readPdfHere } from './read-pages.ts'

/** A process of its own for one PDF. Nothing but `readPdf` starts this, with one argument. */
const { folder } = JSON.parse(process.argv[2] ?? '{}') as { folder: string }
const found = await readPdfHere(await readFile(join(folder, 'text.pdf')))
await writeFile(join(folder, 'found.json'), JSON.stringify(found))
