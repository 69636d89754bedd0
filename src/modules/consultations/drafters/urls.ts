export const draftersUrls = {
  list: (consultationId: string) => `/zyra/konsultime/${consultationId}/pergjigjet/hartuesit`,
  receive: (consultationId: string) => `/zyra/konsultime/${consultationId}/pergjigjet/hartuesit/kthimi`,
  file: (id: string) => `/zyra/hartuesit/${id}/skedari`,
  returned: (id: string) => `/zyra/hartuesit/kthimet/${id}`,
  take: (id: string) => `/zyra/hartuesit/kthimet/${id}/marrja`,
  undo: (id: string) => `/zyra/hartuesit/kthimet/${id}/zhberja`,
  refused: (id: string) => `/zyra/hartuesit/kthimet/${id}/mbetur/skedari`,
}
