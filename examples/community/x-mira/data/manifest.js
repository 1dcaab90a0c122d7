window.__THAR_CONFIG = {
 "userInfo" : {
  "accountId" : "1503481122847719424",
  "userName" : "mira_hillside",
  "displayName" : "Mira Lindqvist 🌿"
 },
 "archiveInfo" : {
  "sizeBytes" : "339662",
  "generationDate" : "2024-12-30T10:15:00.000Z",
  "isPartialArchive" : false,
  "maxPartSizeBytes" : "53687091200"
 },
 "readmeInfo" : {
  "fileName" : "data/README.txt",
  "directory" : "data/",
  "name" : "README.txt"
 },
 "dataTypes" : {
  "account" : {
   "files" : [
    {
     "fileName" : "data/account.js",
     "globalName" : "YTD.account.part0",
     "count" : "1"
    }
   ]
  },
  "tweets" : {
   "files" : [
    {
     "fileName" : "data/tweets.js",
     "globalName" : "YTD.tweets.part0",
     "count" : "300"
    }
   ]
  },
  "like" : {
   "files" : [
    {
     "fileName" : "data/like.js",
     "globalName" : "YTD.like.part0",
     "count" : "120"
    }
   ]
  }
 }
}
