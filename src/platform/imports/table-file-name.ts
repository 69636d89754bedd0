import { cleanFileName } from '../files/clean-file-name.ts'

const OF_TABLES = /\.(xlsx|csv|tsv|txt|json|jsonl|ndjson)$/i

/** The name under which whoever brought a table knows it: cleaned, with the extension that it came with. */
export function tableFileName(claimed: string): string {
  const stem = cleanFileName(claimed, 'text/plain').replace(/\.txt$/, '')
  return `${stem}.${OF_TABLES.exec(claimed)?.[1]?.toLowerCase() ?? 'txt'}`
}
