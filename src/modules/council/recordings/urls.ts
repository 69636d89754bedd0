/** Recordings of meetings; without language prefix. */
export const recordingUrls = {
  ofMeeting: (slug: string) => `/mbledhje/${slug}/regjistrimi`,
  chapters: (slug: string, id: string) => `/mbledhje/${slug}/regjistrimi/${id}/kapitujt.vtt`,
  subtitles: (slug: string, id: string, lang: string) => `/mbledhje/${slug}/regjistrimi/${id}/titrat-${lang}.vtt`,
  library: () => '/mbledhje/videoteka',
}

export const officeRecordingUrls = {
  list: (meetingId: string) => `/zyra/keshilli/mbledhje/${meetingId}/regjistrimet`,
  one: (meetingId: string, id: string) => `/zyra/keshilli/mbledhje/${meetingId}/regjistrimet/${id}`,
  publish: (meetingId: string, id: string) => `/zyra/keshilli/mbledhje/${meetingId}/regjistrimet/${id}/publikimi`,
  remove: (meetingId: string, id: string) => `/zyra/keshilli/mbledhje/${meetingId}/regjistrimet/${id}/heqja`,
  marks: (meetingId: string, id: string) => `/zyra/keshilli/mbledhje/${meetingId}/regjistrimet/${id}/kapitujt`,
  subtitles: (meetingId: string, id: string) => `/zyra/keshilli/mbledhje/${meetingId}/regjistrimet/${id}/titrat`,
}
