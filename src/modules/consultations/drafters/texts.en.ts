import { formatNumber } from '#platform/i18n/formats.ts'
import type { DraftersTexts } from './texts.sq.ts'

const comments = (n: number): string => (n === 1 ? '1 comment' : `${formatNumber(n)} comments`)
const rows = (n: number): string => (n === 1 ? '1 row' : `${formatNumber(n)} rows`)

export const en: DraftersTexts = {
  title: 'File for the drafters',
  nav: 'Drafters',
  lead: 'Drafters have no account: the matrix goes out to them as a file, they fill it in, and their decisions come back here, checked. They become proposals, which somebody else decides.',
  link: 'File for the drafters: send it out, take it in filled',
  unseen: (n) =>
    n === 1
      ? '1 comment that is not public (waiting, held or taken down) does not go out in the file; answer it here.'
      : `${formatNumber(n)} comments that are not public (waiting, held or taken down) do not go out in the file; answer them here.`,
  make: {
    title: 'Prepare a file',
    unit: 'Unit that fills it in',
    unitHint: 'For example “Legal Directorate”. Do not write a person’s name: the unit is noted as the proposer.',
    scope: 'Which comments',
    scopes: {
      unanswered: (n) => `Those without an answer (${formatNumber(n)})`,
      open: (n) => `Also those whose answer is not decided yet (${formatNumber(n)})`,
    },
    article: 'Article',
    anyArticle: 'Any article',
    whole: 'The whole text',
    groups: 'One single row for each group of like comments',
    format: 'Format',
    formats: { xlsx: 'XLSX (Excel, LibreOffice Calc)', docx: 'DOCX (Word, LibreOffice Writer)' },
    returnBy: 'To be returned by (if needed)',
    day: { dayLabel: 'Day', monthLabel: 'Month', yearLabel: 'Year' },
    submit: 'Prepare the file',
  },
  receive: {
    title: 'Take in a filled file',
    file: 'File',
    fileHint:
      'DOCX, XLSX or CSV, up to 20 MB. Columns may stand in any order. Tracked changes in Word are read as accepted. First you see what will happen; nothing changes yet.',
    submit: 'Read the file',
  },
  files: {
    title: 'Files that went out',
    none: 'No file has gone out yet.',
    columns: { code: 'Code', unit: 'Unit', what: 'What', made: 'Went out', returnBy: 'Return by', file: 'File' },
    what: (lines, n) => `${rows(lines)}, ${comments(n)}`,
    article: (label) => `article ${label}`,
    download: (format, code) => `Download ${format} ${code}`,
  },
  returns: {
    title: 'Files that came back',
    none: 'No file has come back yet.',
    columns: { file: 'File', unit: 'Unit', received: 'Came', state: 'State', done: 'Done' },
    states: { read: 'read, waiting', taken: 'taken in', undone: 'undone' },
    done: (taken, refused) => `${rows(taken)} taken, ${formatNumber(refused)} left`,
  },
  one: {
    title: (name) => `Returned file: ${name}`,
    of: (code, unit) => `File H-${code}, ${unit}.`,
    preview: (take, refused, same) =>
      `${rows(take)} will become proposals, ${formatNumber(refused)} are not taken` +
      (same > 0 ? `, ${formatNumber(same)} repeat another row word for word.` : '.'),
    nothingYet: 'Nothing has changed yet.',
    taken: (taken, refused) =>
      `${rows(taken)} became proposals, ${formatNumber(refused)} were not taken. Somebody else decides them, not whoever took the file in.`,
    undone: (kept) =>
      kept === 0
        ? 'Undone: the answers are as they were before.'
        : `Undone. ${formatNumber(kept)} proposals stayed, for somebody has worked on them meanwhile.`,
    undoUntil: (minute) => `It can be undone until ${minute}, as long as the proposals are not decided.`,
    take: (n) => (n === 1 ? 'Take 1 row as a proposal' : `Take ${formatNumber(n)} rows as proposals`),
    undo: 'Undo taking the file in',
    refusedFile: 'Download the rows that are not taken, with the cause (XLSX)',
    table: 'Rows of the file',
    columns: {
      cell: 'Row',
      code: 'Code',
      will: 'What happens',
      decision: 'Decision',
      reason: 'Reason',
      changed: 'Changed article',
    },
    cell: (row, column) => `row ${row}, column “${column}”`,
    row: (row) => `row ${row}`,
    will: (n, left) => `Taken: ${comments(n)}` + (left > 0 ? `; ${formatNumber(left)} of the group are left out` : ''),
    did: (n, left) =>
      `Was taken: ${comments(n)}` + (left > 0 ? `; ${formatNumber(left)} of the group were left out` : ''),
    same: 'Repeats another row: it counts once.',
    refused: (words) => `Not taken. ${words}`,
  },
  changed: (unit) => `Changed article, as ${unit} wrote it`,
  why: {
    'no-code': 'The code is missing.',
    'unknown-code': 'This code is not in the file that went out. The code must not be changed.',
    twice: 'The same code comes more than once, with different words.',
    'no-decision': 'The decision is missing.',
    'unknown-decision': 'The decision was not understood. Use one of the words given above the table.',
    'no-reason': 'The reason is missing, or shorter than five letters.',
    'reason-too-long': 'The reason is longer than 5 000 letters.',
    withdrawn: 'The comment was withdrawn.',
    changed: 'Its author has changed the comment since the file went out.',
    decided: 'The answer was decided or published meanwhile.',
    'answered-meanwhile': 'Somebody has answered it meanwhile.',
    'answered-with-others': 'The comment shares its answer with other comments.',
    'not-late': 'The comment did not come late, so this ground does not apply.',
  },
  reading: {
    'old-excel':
      'The file is of the old format (.doc or .xls). Open it, save it as .docx or .xlsx and upload it again.',
    'not-a-table': 'This file is neither DOCX, nor XLSX, nor CSV.',
    'too-large': 'The file is larger than allowed (20 MB; unpacked it has a limit too).',
    'too-many-columns': 'The table has more than 1 000 columns.',
    'too-many-rows': 'The table has more than 200 000 rows.',
    broken: 'The file does not open: it is damaged or protected by a password.',
    encrypted: 'The file is protected by a password.',
    empty: 'The file is empty.',
    busy: 'Many files are being read at once. Try again in a minute.',
  },
  done: {
    bere: 'The file is ready. Download it from the list.',
    lexuar: 'The file was read. Nothing has changed yet.',
    njohur: 'This file had been brought before: nothing changed.',
    marre: 'The good rows were taken as proposals.',
    zhbere: 'Taking the file in was undone.',
  },
  errorTitle: 'Something is wrong',
  errors: {
    unit: 'Write the unit: from 2 to 200 letters.',
    scope: 'Choose which comments.',
    format: 'Choose the format.',
    day: 'Write a day that exists, not before today.',
    form: 'The form is old. Open the page again.',
    nothing: 'No public comment matches these choices.',
    tooMany: 'There are more than 2 000 rows. Divide them by articles or groups.',
    file: 'Choose a file.',
    'no-table': 'The table was not found in the file: the columns “Kodi”, “Vendimi” and “Arsyetimi” are needed.',
    'too-many': 'The table has more than 2 000 filled rows.',
    'nothing-filled': 'No row of the table is filled in.',
    'unknown-file': 'It is not known which file this table is of: the file’s code and the rows’ codes are missing.',
    'other-consultation': 'This file is of another consultation. Nothing was taken.',
    nothingToTake: 'No row can be taken now.',
    tooLate: 'It can no longer be undone: 30 minutes have passed, or somebody has worked on the proposals.',
  },
  changeKinds: {
    'drafters-file-made': 'The file for the drafters went out',
    'drafters-return-taken': 'The file filled in by the drafters was taken in',
    'drafters-return-undone': 'Taking in the drafters’ file was undone',
  },
}
