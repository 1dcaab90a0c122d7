window.YTD.account.part0 = [
 {
  "account" : {
   "email" : "mira@example.org",
   "createdVia" : "web",
   "username" : "mira_hillside",
   "accountId" : "1503481122847719424",
   "createdAt" : "2022-03-14T08:01:22.000Z",
   "accountDisplayName" : "Mira Lindqvist 🌿"
  }
 }
]
