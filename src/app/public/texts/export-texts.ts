import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'

type NoPdf = { title: string; paragraphs: readonly string[]; action: string }

const TEXTS: InEveryLanguage<Record<'no-compiler' | 'too-heavy', NoPdf>> = {
  sq: {
    'no-compiler': {
      title: 'PDF-ja nuk mund të bëhet këtu',
      paragraphs: [
        'Ky server nuk e ka programin që i bën skedarët PDF.',
        'I njëjti tekst, me të njëjtat fjalë, jepet si dokument Word.',
      ],
      action: 'Shkarkoni dokumentin Word',
    },
    'too-heavy': {
      title: 'Ky skedar është tepër i madh për t’u bërë këtu',
      paragraphs: [
        'Teksti është aq i gjatë, sa skedari do të kërkonte më shumë kohë ose kujtesë sesa lejon serveri.',
        'I njëjti tekst, me të njëjtat fjalë, jepet si tekst i thjeshtë.',
      ],
      action: 'Shkarkoni tekstin e thjeshtë',
    },
  },
  en: {
    'no-compiler': {
      title: 'The PDF cannot be made here',
      paragraphs: [
        'This server does not have the program that makes PDF files.',
        'The same text, word for word, is there as a Word document.',
      ],
      action: 'Download the Word document',
    },
    'too-heavy': {
      title: 'This file is too large to be made here',
      paragraphs: [
        'The text is so long that the file would take more time or memory than the server allows.',
        'The same text, word for word, is there as plain text.',
      ],
      action: 'Download the plain text',
    },
  },
}

export const exportTextsIn = (lang: Lang): Record<'no-compiler' | 'too-heavy', NoPdf> => TEXTS[lang]
