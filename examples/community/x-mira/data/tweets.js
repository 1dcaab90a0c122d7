window.YTD.tweets.part0 = [
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1869001400034266641"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "56",
       "61"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "61"
   ],
   "favorite_count" : "2",
   "id_str" : "1869001400034266641",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1869001400034266641",
   "created_at" : "Tue Dec 17 12:47:12 +0000 2024",
   "favorited" : false,
   "full_text" : "Hot take: the translation workflow is a people problem. #docs",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1868938656568312769",
   "in_reply_to_status_id" : "1868938656568312769",
   "in_reply_to_user_id_str" : "1503481122847719424",
   "in_reply_to_user_id" : "1503481122847719424",
   "in_reply_to_screen_name" : "mira_hillside"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1868938656568312769"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide01",
      "expanded_url" : "https://hillside.example.org/?p=118",
      "display_url" : "hillside.example.org/?p=11…",
      "indices" : [
       "37",
       "60"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "60"
   ],
   "favorite_count" : "3",
   "id_str" : "1868938656568312769",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1868938656568312769",
   "created_at" : "Tue Dec 17 08:37:53 +0000 2024",
   "favorited" : false,
   "full_text" : "New on the blog: keyboard navigation https://t.co/h1ll5ide01",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1868210334989288380"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "43",
       "48"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "48"
   ],
   "favorite_count" : "0",
   "id_str" : "1868210334989288380",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1868210334989288380",
   "created_at" : "Sun Dec 15 08:23:48 +0000 2024",
   "favorited" : false,
   "full_text" : "Hot take: wide tables is a people problem. #docs",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1867568634558152912",
   "in_reply_to_status_id" : "1867568634558152912",
   "in_reply_to_user_id_str" : "1503481122847719424",
   "in_reply_to_user_id" : "1503481122847719424",
   "in_reply_to_screen_name" : "mira_hillside"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1867568634558152912"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "60"
   ],
   "favorite_count" : "4",
   "id_str" : "1867568634558152912",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1867568634558152912",
   "created_at" : "Fri Dec 13 13:53:54 +0000 2024",
   "favorited" : false,
   "full_text" : "Reading the forum over coffee. Today's theme: the glossary ☕",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1867506194113889677"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Kofi Mensah",
      "screen_name" : "kofi_codes",
      "indices" : [
       "0",
       "11"
      ],
      "id_str" : "1598234412201107456",
      "id" : "1598234412201107456"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "33"
   ],
   "favorite_count" : "1",
   "id_str" : "1867506194113889677",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1867506194113889677",
   "created_at" : "Fri Dec 13 09:45:47 +0000 2024",
   "favorited" : false,
   "full_text" : "@kofi_codes On it. Give us a day.",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1867400826352305098",
   "in_reply_to_status_id" : "1867400826352305098",
   "in_reply_to_user_id_str" : "1598234412201107456",
   "in_reply_to_user_id" : "1598234412201107456",
   "in_reply_to_screen_name" : "kofi_codes"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1866930721470286321"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "78"
   ],
   "favorite_count" : "6",
   "id_str" : "1866930721470286321",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1866930721470286321",
   "created_at" : "Wed Dec 11 19:39:04 +0000 2024",
   "favorited" : false,
   "full_text" : "If the change feed ever confused you, this thread is for you &amp; your team 🧵",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1866155786757999930"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Javi Ortega",
      "screen_name" : "javi_escribe",
      "indices" : [
       "0",
       "13"
      ],
      "id_str" : "55012388",
      "id" : "55012388"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "35"
   ],
   "favorite_count" : "1",
   "id_str" : "1866155786757999930",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1866155786757999930",
   "created_at" : "Mon Dec 09 16:19:45 +0000 2024",
   "favorited" : false,
   "full_text" : "@javi_escribe On it. Give us a day.",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1866109251445853800",
   "in_reply_to_status_id" : "1866109251445853800",
   "in_reply_to_user_id_str" : "55012388",
   "in_reply_to_user_id" : "55012388",
   "in_reply_to_screen_name" : "javi_escribe"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1865431615501502445"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "83",
       "88"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Brandon Castellane",
      "screen_name" : "brandcastellane",
      "indices" : [
       "3",
       "19"
      ],
      "id_str" : "1189900217743204352",
      "id" : "1189900217743204352"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "88"
   ],
   "favorite_count" : "0",
   "id_str" : "1865431615501502445",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1865431615501502445",
   "created_at" : "Sat Dec 07 16:22:09 +0000 2024",
   "favorited" : false,
   "full_text" : "RT @brandcastellane: Thank you to everyone who tested the prose linter this week 💚 #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1862474831967029791"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Docs Fan",
      "screen_name" : "writethedocsfan",
      "indices" : [
       "0",
       "16"
      ],
      "id_str" : "19283746",
      "id" : "19283746"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "54"
   ],
   "favorite_count" : "5",
   "id_str" : "1862474831967029791",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1862474831967029791",
   "created_at" : "Fri Nov 29 12:32:57 +0000 2024",
   "favorited" : false,
   "full_text" : "@writethedocsfan Yes! Tomasz wrote it up in the forum.",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1862336648021280447",
   "in_reply_to_status_id" : "1862336648021280447",
   "in_reply_to_user_id_str" : "19283746",
   "in_reply_to_user_id" : "19283746",
   "in_reply_to_screen_name" : "writethedocsfan"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1862136174814953506"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "60",
       "65"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "65"
   ],
   "favorite_count" : "1",
   "id_str" : "1862136174814953506",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1862136174814953506",
   "created_at" : "Thu Nov 28 14:07:15 +0000 2024",
   "favorited" : false,
   "full_text" : "Thank you to everyone who tested the PDF export this week 💚 #docs",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1861855144577075064",
   "in_reply_to_status_id" : "1861855144577075064",
   "in_reply_to_user_id_str" : "1503481122847719424",
   "in_reply_to_user_id" : "1503481122847719424",
   "in_reply_to_screen_name" : "mira_hillside"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1861855144577075064"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Docs Fan",
      "screen_name" : "writethedocsfan",
      "indices" : [
       "0",
       "16"
      ],
      "id_str" : "19283746",
      "id" : "19283746"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "54"
   ],
   "favorite_count" : "1",
   "id_str" : "1861855144577075064",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1861855144577075064",
   "created_at" : "Wed Nov 27 19:30:32 +0000 2024",
   "favorited" : false,
   "full_text" : "@writethedocsfan Yes! Tomasz wrote it up in the forum.",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1861764897650511219",
   "in_reply_to_status_id" : "1861764897650511219",
   "in_reply_to_user_id_str" : "19283746",
   "in_reply_to_user_id" : "19283746",
   "in_reply_to_screen_name" : "writethedocsfan"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1861850673373511959"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "API Design Bits",
      "screen_name" : "apidesignbits",
      "indices" : [
       "0",
       "14"
      ],
      "id_str" : "884120037761",
      "id" : "884120037761"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "73"
   ],
   "favorite_count" : "0",
   "id_str" : "1861850673373511959",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1861850673373511959",
   "created_at" : "Wed Nov 27 19:12:46 +0000 2024",
   "favorited" : false,
   "full_text" : "@apidesignbits Thanks for trying it! Does it happen with the preview too?",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1861815957257719589",
   "in_reply_to_status_id" : "1861815957257719589",
   "in_reply_to_user_id_str" : "884120037761",
   "in_reply_to_user_id" : "884120037761",
   "in_reply_to_screen_name" : "apidesignbits"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1861761526742910007"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Docs Fan",
      "screen_name" : "writethedocsfan",
      "indices" : [
       "3",
       "19"
      ],
      "id_str" : "19283746",
      "id" : "19283746"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "78"
   ],
   "favorite_count" : "0",
   "id_str" : "1861761526742910007",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1861761526742910007",
   "created_at" : "Wed Nov 27 13:18:32 +0000 2024",
   "favorited" : false,
   "full_text" : "RT @writethedocsfan: Reading the forum over coffee. Today's theme: redirects ☕",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1861470008832427145"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Fatima-Zahra Benali",
      "screen_name" : "fz_benali",
      "indices" : [
       "0",
       "10"
      ],
      "id_str" : "845120993817600001",
      "id" : "845120993817600001"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "31"
   ],
   "favorite_count" : "1",
   "id_str" : "1861470008832427145",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1861470008832427145",
   "created_at" : "Tue Nov 26 18:00:09 +0000 2024",
   "favorited" : false,
   "full_text" : "@fz_benali So glad it helped ❤️",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1861439112662222112",
   "in_reply_to_status_id" : "1861439112662222112",
   "in_reply_to_user_id_str" : "845120993817600001",
   "in_reply_to_user_id" : "845120993817600001",
   "in_reply_to_screen_name" : "fz_benali"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1861339300075931716"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Arjun Venkataraman",
      "screen_name" : "arjun_v",
      "indices" : [
       "3",
       "11"
      ],
      "id_str" : "301984426",
      "id" : "301984426"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "72"
   ],
   "favorite_count" : "0",
   "id_str" : "1861339300075931716",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1861339300075931716",
   "created_at" : "Tue Nov 26 09:20:45 +0000 2024",
   "favorited" : false,
   "full_text" : "RT @arjun_v: Reading the forum over coffee. Today's theme: wide tables ☕",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1859219147448123785"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "API Design Bits",
      "screen_name" : "apidesignbits",
      "indices" : [
       "3",
       "17"
      ],
      "id_str" : "884120037761",
      "id" : "884120037761"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "95"
   ],
   "favorite_count" : "0",
   "id_str" : "1859219147448123785",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1859219147448123785",
   "created_at" : "Wed Nov 20 12:56:02 +0000 2024",
   "favorited" : false,
   "full_text" : "RT @apidesignbits: Office hours today at 15:00 UTC. Bring your questions about versioned pages.",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1858872194474444991"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "62",
       "67"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Fatima-Zahra Benali",
      "screen_name" : "fz_benali",
      "indices" : [
       "3",
       "13"
      ],
      "id_str" : "845120993817600001",
      "id" : "845120993817600001"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "67"
   ],
   "favorite_count" : "0",
   "id_str" : "1858872194474444991",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1858872194474444991",
   "created_at" : "Tue Nov 19 13:57:21 +0000 2024",
   "favorited" : false,
   "full_text" : "RT @fz_benali: Hot take: versioned pages is a people problem. #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1858444137112537397"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide01",
      "expanded_url" : "https://hillside.example.org/?p=114",
      "display_url" : "hillside.example.org/?p=11…",
      "indices" : [
       "33",
       "56"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "56"
   ],
   "favorite_count" : "8",
   "id_str" : "1858444137112537397",
   "truncated" : false,
   "retweet_count" : "3",
   "id" : "1858444137112537397",
   "created_at" : "Mon Nov 18 09:36:25 +0000 2024",
   "favorited" : false,
   "full_text" : "New on the blog: versioned pages https://t.co/h1ll5ide01",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1858414370132853797"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Docs Fan",
      "screen_name" : "writethedocsfan",
      "indices" : [
       "3",
       "19"
      ],
      "id_str" : "19283746",
      "id" : "19283746"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "105"
   ],
   "favorite_count" : "0",
   "id_str" : "1858414370132853797",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1858414370132853797",
   "created_at" : "Mon Nov 18 07:38:08 +0000 2024",
   "favorited" : false,
   "full_text" : "RT @writethedocsfan: If pull request previews ever confused you, this thread is for you &amp; your team 🧵",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1857787895423697353"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide02",
      "expanded_url" : "https://twitter.com/writethedocsfan/status/1857774323893272958",
      "display_url" : "twitter.com/writethedocsfa…",
      "indices" : [
       "74",
       "97"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "97"
   ],
   "favorite_count" : "0",
   "id_str" : "1857787895423697353",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1857787895423697353",
   "created_at" : "Sat Nov 16 14:08:44 +0000 2024",
   "favorited" : false,
   "full_text" : "Office hours today at 15:00 UTC. Bring your questions about the glossary. https://t.co/h1ll5ide02",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1857400866936457970"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "67",
       "72"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "72"
   ],
   "favorite_count" : "0",
   "id_str" : "1857400866936457970",
   "truncated" : false,
   "retweet_count" : "2",
   "id" : "1857400866936457970",
   "created_at" : "Fri Nov 15 12:30:50 +0000 2024",
   "favorited" : false,
   "full_text" : "Thank you to everyone who tested pull request previews this week 💚 #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1857064815814510955"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Kofi Mensah",
      "screen_name" : "kofi_codes",
      "indices" : [
       "0",
       "11"
      ],
      "id_str" : "1598234412201107456",
      "id" : "1598234412201107456"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "32"
   ],
   "favorite_count" : "2",
   "id_str" : "1857064815814510955",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1857064815814510955",
   "created_at" : "Thu Nov 14 14:15:29 +0000 2024",
   "favorited" : false,
   "full_text" : "@kofi_codes So glad it helped ❤️",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1856990414054098606",
   "in_reply_to_status_id" : "1856990414054098606",
   "in_reply_to_user_id_str" : "1598234412201107456",
   "in_reply_to_user_id" : "1598234412201107456",
   "in_reply_to_screen_name" : "kofi_codes"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1856980941805717849"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Nora K.",
      "screen_name" : "opensource_nora",
      "indices" : [
       "3",
       "19"
      ],
      "id_str" : "2244994945",
      "id" : "2244994945"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "83"
   ],
   "favorite_count" : "0",
   "id_str" : "1856980941805717849",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1856980941805717849",
   "created_at" : "Thu Nov 14 08:42:12 +0000 2024",
   "favorited" : false,
   "full_text" : "RT @opensource_nora: Reading the forum over coffee. Today's theme: page templates ☕",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1856227126521364801"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "43",
       "48"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "48"
   ],
   "favorite_count" : "3",
   "id_str" : "1856227126521364801",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1856227126521364801",
   "created_at" : "Tue Nov 12 06:46:48 +0000 2024",
   "favorited" : false,
   "full_text" : "Hot take: image sizes is a people problem. #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1855334956440488597"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Tomasz Wójcik",
      "screen_name" : "twojcik",
      "indices" : [
       "0",
       "8"
      ],
      "id_str" : "288130457",
      "id" : "288130457"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "30"
   ],
   "favorite_count" : "0",
   "id_str" : "1855334956440488597",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1855334956440488597",
   "created_at" : "Sat Nov 09 19:41:38 +0000 2024",
   "favorited" : false,
   "full_text" : "@twojcik On it. Give us a day.",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1855325388704579999",
   "in_reply_to_status_id" : "1855325388704579999",
   "in_reply_to_user_id_str" : "288130457",
   "in_reply_to_user_id" : "288130457",
   "in_reply_to_screen_name" : "twojcik"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1854491778997028211"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide01",
      "expanded_url" : "https://hillside.example.org/?p=112",
      "display_url" : "hillside.example.org/?p=11…",
      "indices" : [
       "42",
       "65"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "65"
   ],
   "favorite_count" : "3",
   "id_str" : "1854491778997028211",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1854491778997028211",
   "created_at" : "Thu Nov 07 11:51:09 +0000 2024",
   "favorited" : false,
   "full_text" : "New on the blog: the translation workflow https://t.co/h1ll5ide01",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1853872089132436504"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "77"
   ],
   "favorite_count" : "3",
   "id_str" : "1853872089132436504",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1853872089132436504",
   "created_at" : "Tue Nov 05 18:48:43 +0000 2024",
   "favorited" : false,
   "full_text" : "If the PDF export ever confused you, this thread is for you &amp; your team 🧵",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1851579409727753344"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "67",
       "72"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Docs Fan",
      "screen_name" : "writethedocsfan",
      "indices" : [
       "3",
       "19"
      ],
      "id_str" : "19283746",
      "id" : "19283746"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "72"
   ],
   "favorite_count" : "0",
   "id_str" : "1851579409727753344",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1851579409727753344",
   "created_at" : "Wed Oct 30 10:58:26 +0000 2024",
   "favorited" : false,
   "full_text" : "RT @writethedocsfan: Hot take: offline builds is a people problem. #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1851338453103413827"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Plain Language Weekly",
      "screen_name" : "plainlanguage",
      "indices" : [
       "0",
       "14"
      ],
      "id_str" : "1387712990",
      "id" : "1387712990"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "35"
   ],
   "favorite_count" : "2",
   "id_str" : "1851338453103413827",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1851338453103413827",
   "created_at" : "Tue Oct 29 19:00:58 +0000 2024",
   "favorited" : false,
   "full_text" : "@plainlanguage So glad it helped ❤️",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1851218714217678728",
   "in_reply_to_status_id" : "1851218714217678728",
   "in_reply_to_user_id_str" : "1387712990",
   "in_reply_to_user_id" : "1387712990",
   "in_reply_to_screen_name" : "plainlanguage"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1848668274112333922"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide01",
      "expanded_url" : "https://hillside.example.org/?p=109",
      "display_url" : "hillside.example.org/?p=10…",
      "indices" : [
       "33",
       "56"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "56"
   ],
   "favorite_count" : "4",
   "id_str" : "1848668274112333922",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1848668274112333922",
   "created_at" : "Tue Oct 22 10:10:37 +0000 2024",
   "favorited" : false,
   "full_text" : "New on the blog: the change feed https://t.co/h1ll5ide01",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1847977242219511956"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "74"
   ],
   "favorite_count" : "1",
   "id_str" : "1847977242219511956",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1847977242219511956",
   "created_at" : "Sun Oct 20 12:24:42 +0000 2024",
   "favorited" : false,
   "full_text" : "If the sidebar ever confused you, this thread is for you &amp; your team 🧵",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1847925395609880583"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Nora K.",
      "screen_name" : "opensource_nora",
      "indices" : [
       "0",
       "16"
      ],
      "id_str" : "2244994945",
      "id" : "2244994945"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "75"
   ],
   "favorite_count" : "1",
   "id_str" : "1847925395609880583",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1847925395609880583",
   "created_at" : "Sun Oct 20 08:58:41 +0000 2024",
   "favorited" : false,
   "full_text" : "@opensource_nora Thanks for trying it! Does it happen with the preview too?",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1847916709596368423",
   "in_reply_to_status_id" : "1847916709596368423",
   "in_reply_to_user_id_str" : "2244994945",
   "in_reply_to_user_id" : "2244994945",
   "in_reply_to_screen_name" : "opensource_nora"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1846985891701067137"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Adaeze Okonkwo",
      "screen_name" : "adaezewrites",
      "indices" : [
       "0",
       "13"
      ],
      "id_str" : "912204876155228160",
      "id" : "912204876155228160"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "72"
   ],
   "favorite_count" : "0",
   "id_str" : "1846985891701067137",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1846985891701067137",
   "created_at" : "Thu Oct 17 18:45:26 +0000 2024",
   "favorited" : false,
   "full_text" : "@adaezewrites Thanks for trying it! Does it happen with the preview too?",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1846908685813548043",
   "in_reply_to_status_id" : "1846908685813548043",
   "in_reply_to_user_id_str" : "912204876155228160",
   "in_reply_to_user_id" : "912204876155228160",
   "in_reply_to_screen_name" : "adaezewrites"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1845819459013446526"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Arjun Venkataraman",
      "screen_name" : "arjun_v",
      "indices" : [
       "0",
       "8"
      ],
      "id_str" : "301984426",
      "id" : "301984426"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "46"
   ],
   "favorite_count" : "1",
   "id_str" : "1845819459013446526",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1845819459013446526",
   "created_at" : "Mon Oct 14 13:30:27 +0000 2024",
   "favorited" : false,
   "full_text" : "@arjun_v Yes! Tomasz wrote it up in the forum.",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1845741217061538957",
   "in_reply_to_status_id" : "1845741217061538957",
   "in_reply_to_user_id_str" : "301984426",
   "in_reply_to_user_id" : "301984426",
   "in_reply_to_screen_name" : "arjun_v"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1845755161885016387"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "61",
       "66"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "66"
   ],
   "favorite_count" : "0",
   "id_str" : "1845755161885016387",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1845755161885016387",
   "created_at" : "Mon Oct 14 09:14:57 +0000 2024",
   "favorited" : false,
   "full_text" : "Thank you to everyone who tested the change feed this week 💚 #docs",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1845554850016789561",
   "in_reply_to_status_id" : "1845554850016789561",
   "in_reply_to_user_id_str" : "1503481122847719424",
   "in_reply_to_user_id" : "1503481122847719424",
   "in_reply_to_screen_name" : "mira_hillside"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1845554850016789561"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Docs Fan",
      "screen_name" : "writethedocsfan",
      "indices" : [
       "0",
       "16"
      ],
      "id_str" : "19283746",
      "id" : "19283746"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "75"
   ],
   "favorite_count" : "1",
   "id_str" : "1845554850016789561",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1845554850016789561",
   "created_at" : "Sun Oct 13 19:58:59 +0000 2024",
   "favorited" : false,
   "full_text" : "@writethedocsfan Good idea, could you open a topic so it does not get lost?",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1845513616267149726",
   "in_reply_to_status_id" : "1845513616267149726",
   "in_reply_to_user_id_str" : "19283746",
   "in_reply_to_user_id" : "19283746",
   "in_reply_to_screen_name" : "writethedocsfan"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1843739517912089437"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "59"
   ],
   "favorite_count" : "5",
   "id_str" : "1843739517912089437",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1843739517912089437",
   "created_at" : "Tue Oct 08 19:45:30 +0000 2024",
   "favorited" : false,
   "full_text" : "Reading the forum over coffee. Today's theme: wide tables ☕",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1841764683158129652"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide01",
      "expanded_url" : "https://hillside.example.org/?p=106",
      "display_url" : "hillside.example.org/?p=10…",
      "indices" : [
       "34",
       "57"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "57"
   ],
   "favorite_count" : "6",
   "id_str" : "1841764683158129652",
   "truncated" : false,
   "retweet_count" : "2",
   "id" : "1841764683158129652",
   "created_at" : "Thu Oct 03 08:58:13 +0000 2024",
   "favorited" : false,
   "full_text" : "New on the blog: the search index https://t.co/h1ll5ide01",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1840847354165463277"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide02",
      "expanded_url" : "https://twitter.com/arjun_v/status/1840500746034872782",
      "display_url" : "twitter.com/arjun_v/status…",
      "indices" : [
       "61",
       "84"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "84"
   ],
   "favorite_count" : "3",
   "id_str" : "1840847354165463277",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1840847354165463277",
   "created_at" : "Mon Sep 30 20:13:05 +0000 2024",
   "favorited" : false,
   "full_text" : "Reading the forum over coffee. Today's theme: the glossary ☕ https://t.co/h1ll5ide02",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1840817455245559654"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "68",
       "73"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Docs Fan",
      "screen_name" : "writethedocsfan",
      "indices" : [
       "3",
       "19"
      ],
      "id_str" : "19283746",
      "id" : "19283746"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "73"
   ],
   "favorite_count" : "0",
   "id_str" : "1840817455245559654",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1840817455245559654",
   "created_at" : "Mon Sep 30 18:14:16 +0000 2024",
   "favorited" : false,
   "full_text" : "RT @writethedocsfan: Hot take: heading anchors is a people problem. #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1838572557763086084"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "67",
       "72"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "72"
   ],
   "favorite_count" : "2",
   "id_str" : "1838572557763086084",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1838572557763086084",
   "created_at" : "Tue Sep 24 13:33:51 +0000 2024",
   "favorited" : false,
   "full_text" : "Thank you to everyone who tested pull request previews this week 💚 #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1838527194926680837"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "75"
   ],
   "favorite_count" : "3",
   "id_str" : "1838527194926680837",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1838527194926680837",
   "created_at" : "Tue Sep 24 10:33:36 +0000 2024",
   "favorited" : false,
   "full_text" : "Office hours today at 15:00 UTC. Bring your questions about offline builds.",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1835668293839489597"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "70",
       "75"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "75"
   ],
   "favorite_count" : "3",
   "id_str" : "1835668293839489597",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1835668293839489597",
   "created_at" : "Mon Sep 16 13:13:20 +0000 2024",
   "favorited" : false,
   "full_text" : "Thank you to everyone who tested the translation workflow this week 💚 #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1835337888577880164"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Nguyễn Thùy Linh",
      "screen_name" : "thuylinh_dev",
      "indices" : [
       "3",
       "16"
      ],
      "id_str" : "1720011983776260096",
      "id" : "1720011983776260096"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "87"
   ],
   "favorite_count" : "0",
   "id_str" : "1835337888577880164",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1835337888577880164",
   "created_at" : "Sun Sep 15 15:20:26 +0000 2024",
   "favorited" : false,
   "full_text" : "RT @thuylinh_dev: Reading the forum over coffee. Today's theme: pull request previews ☕",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1834154494259103766"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide01",
      "expanded_url" : "https://hillside.example.org/?p=103",
      "display_url" : "hillside.example.org/?p=10…",
      "indices" : [
       "42",
       "65"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "65"
   ],
   "favorite_count" : "1",
   "id_str" : "1834154494259103766",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1834154494259103766",
   "created_at" : "Thu Sep 12 08:58:03 +0000 2024",
   "favorited" : false,
   "full_text" : "New on the blog: the translation workflow https://t.co/h1ll5ide01",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1833575132925267584"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "75",
       "80"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "田中 宏 (Hiroshi Tanaka)",
      "screen_name" : "htanaka_docs",
      "indices" : [
       "3",
       "16"
      ],
      "id_str" : "77120345",
      "id" : "77120345"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "80"
   ],
   "favorite_count" : "0",
   "id_str" : "1833575132925267584",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1833575132925267584",
   "created_at" : "Tue Sep 10 18:35:52 +0000 2024",
   "favorited" : false,
   "full_text" : "RT @htanaka_docs: Thank you to everyone who tested wide tables this week 💚 #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1830346763341399070"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "62",
       "67"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "67"
   ],
   "favorite_count" : "4",
   "id_str" : "1830346763341399070",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1830346763341399070",
   "created_at" : "Sun Sep 01 20:47:29 +0000 2024",
   "favorited" : false,
   "full_text" : "Thank you to everyone who tested diagrams as text this week 💚 #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1829634064810772261"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide02",
      "expanded_url" : "https://twitter.com/apidesignbits/status/1829498811890795177",
      "display_url" : "twitter.com/apidesignbits/…",
      "indices" : [
       "73",
       "96"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "96"
   ],
   "favorite_count" : "4",
   "id_str" : "1829634064810772261",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1829634064810772261",
   "created_at" : "Fri Aug 30 21:35:28 +0000 2024",
   "favorited" : false,
   "full_text" : "Office hours today at 15:00 UTC. Bring your questions about wide tables. https://t.co/h1ll5ide02",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1828424732123335763"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Siobhán Ní Bhriain",
      "screen_name" : "siobhandocs",
      "indices" : [
       "0",
       "12"
      ],
      "id_str" : "40211937",
      "id" : "40211937"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "50"
   ],
   "favorite_count" : "0",
   "id_str" : "1828424732123335763",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1828424732123335763",
   "created_at" : "Tue Aug 27 13:30:01 +0000 2024",
   "favorited" : false,
   "full_text" : "@siobhandocs Yes! Tomasz wrote it up in the forum.",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1828271979111647092",
   "in_reply_to_status_id" : "1828271979111647092",
   "in_reply_to_user_id_str" : "40211937",
   "in_reply_to_user_id" : "40211937",
   "in_reply_to_screen_name" : "siobhandocs"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1826366734680981781"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "43",
       "48"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "48"
   ],
   "favorite_count" : "4",
   "id_str" : "1826366734680981781",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1826366734680981781",
   "created_at" : "Wed Aug 21 21:12:16 +0000 2024",
   "favorited" : false,
   "full_text" : "Hot take: wide tables is a people problem. #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1826359341909806272"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Adaeze Okonkwo",
      "screen_name" : "adaezewrites",
      "indices" : [
       "0",
       "13"
      ],
      "id_str" : "912204876155228160",
      "id" : "912204876155228160"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "72"
   ],
   "favorite_count" : "1",
   "id_str" : "1826359341909806272",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1826359341909806272",
   "created_at" : "Wed Aug 21 20:42:53 +0000 2024",
   "favorited" : false,
   "full_text" : "@adaezewrites Good idea, could you open a topic so it does not get lost?",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1826276619757554443",
   "in_reply_to_status_id" : "1826276619757554443",
   "in_reply_to_user_id_str" : "912204876155228160",
   "in_reply_to_user_id" : "912204876155228160",
   "in_reply_to_screen_name" : "adaezewrites"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1825960869641586137"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "78"
   ],
   "favorite_count" : "2",
   "id_str" : "1825960869641586137",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1825960869641586137",
   "created_at" : "Tue Aug 20 18:19:30 +0000 2024",
   "favorited" : false,
   "full_text" : "If heading anchors ever confused you, this thread is for you &amp; your team 🧵",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1821916144647278180",
   "in_reply_to_status_id" : "1821916144647278180",
   "in_reply_to_user_id_str" : "1503481122847719424",
   "in_reply_to_user_id" : "1503481122847719424",
   "in_reply_to_screen_name" : "mira_hillside"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1821916144647278180"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Siobhán Ní Bhriain",
      "screen_name" : "siobhandocs",
      "indices" : [
       "0",
       "12"
      ],
      "id_str" : "40211937",
      "id" : "40211937"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "50"
   ],
   "favorite_count" : "1",
   "id_str" : "1821916144647278180",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1821916144647278180",
   "created_at" : "Fri Aug 09 14:27:13 +0000 2024",
   "favorited" : false,
   "full_text" : "@siobhandocs Yes! Tomasz wrote it up in the forum.",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1821878581656028062",
   "in_reply_to_status_id" : "1821878581656028062",
   "in_reply_to_user_id_str" : "40211937",
   "in_reply_to_user_id" : "40211937",
   "in_reply_to_screen_name" : "siobhandocs"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1821142744035232288"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide01",
      "expanded_url" : "https://hillside.example.org/?p=99",
      "display_url" : "hillside.example.org/?p=99…",
      "indices" : [
       "27",
       "50"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "50"
   ],
   "favorite_count" : "1",
   "id_str" : "1821142744035232288",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1821142744035232288",
   "created_at" : "Wed Aug 07 11:14:00 +0000 2024",
   "favorited" : false,
   "full_text" : "New on the blog: redirects https://t.co/h1ll5ide01",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1821116082635671031"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "78"
   ],
   "favorite_count" : "5",
   "id_str" : "1821116082635671031",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1821116082635671031",
   "created_at" : "Wed Aug 07 09:28:03 +0000 2024",
   "favorited" : false,
   "full_text" : "If the change feed ever confused you, this thread is for you &amp; your team 🧵",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1820100286685906405"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "79"
   ],
   "favorite_count" : "1",
   "id_str" : "1820100286685906405",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1820100286685906405",
   "created_at" : "Sun Aug 04 14:11:38 +0000 2024",
   "favorited" : false,
   "full_text" : "If diagrams as text ever confused you, this thread is for you &amp; your team 🧵",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1816387159867789083"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "82"
   ],
   "favorite_count" : "6",
   "id_str" : "1816387159867789083",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1816387159867789083",
   "created_at" : "Thu Jul 25 08:17:00 +0000 2024",
   "favorited" : false,
   "full_text" : "If keyboard navigation ever confused you, this thread is for you &amp; your team 🧵",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1815677034781740385"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide01",
      "expanded_url" : "https://hillside.example.org/?p=97",
      "display_url" : "hillside.example.org/?p=97…",
      "indices" : [
       "34",
       "57"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "57"
   ],
   "favorite_count" : "1",
   "id_str" : "1815677034781740385",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1815677034781740385",
   "created_at" : "Tue Jul 23 09:15:13 +0000 2024",
   "favorited" : false,
   "full_text" : "New on the blog: diagrams as text https://t.co/h1ll5ide01",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1815459692567070064"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Nguyễn Thùy Linh",
      "screen_name" : "thuylinh_dev",
      "indices" : [
       "0",
       "13"
      ],
      "id_str" : "1720011983776260096",
      "id" : "1720011983776260096"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "35"
   ],
   "favorite_count" : "1",
   "id_str" : "1815459692567070064",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1815459692567070064",
   "created_at" : "Mon Jul 22 18:51:34 +0000 2024",
   "favorited" : false,
   "full_text" : "@thuylinh_dev On it. Give us a day.",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1815371802260539758",
   "in_reply_to_status_id" : "1815371802260539758",
   "in_reply_to_user_id_str" : "1720011983776260096",
   "in_reply_to_user_id" : "1720011983776260096",
   "in_reply_to_screen_name" : "thuylinh_dev"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1814031294183509422"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Brandon Castellane",
      "screen_name" : "brandcastellane",
      "indices" : [
       "0",
       "16"
      ],
      "id_str" : "1189900217743204352",
      "id" : "1189900217743204352"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "54"
   ],
   "favorite_count" : "0",
   "id_str" : "1814031294183509422",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1814031294183509422",
   "created_at" : "Thu Jul 18 20:15:38 +0000 2024",
   "favorited" : false,
   "full_text" : "@brandcastellane Yes! Tomasz wrote it up in the forum.",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1813907545861916479",
   "in_reply_to_status_id" : "1813907545861916479",
   "in_reply_to_user_id_str" : "1189900217743204352",
   "in_reply_to_user_id" : "1189900217743204352",
   "in_reply_to_screen_name" : "brandcastellane"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1812910796301141937"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Brandon Castellane",
      "screen_name" : "brandcastellane",
      "indices" : [
       "0",
       "16"
      ],
      "id_str" : "1189900217743204352",
      "id" : "1189900217743204352"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "38"
   ],
   "favorite_count" : "2",
   "id_str" : "1812910796301141937",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1812910796301141937",
   "created_at" : "Mon Jul 15 18:03:10 +0000 2024",
   "favorited" : false,
   "full_text" : "@brandcastellane On it. Give us a day.",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1812843372482659065",
   "in_reply_to_status_id" : "1812843372482659065",
   "in_reply_to_user_id_str" : "1189900217743204352",
   "in_reply_to_user_id" : "1189900217743204352",
   "in_reply_to_screen_name" : "brandcastellane"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1812812464379661152"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Siobhán Ní Bhriain",
      "screen_name" : "siobhandocs",
      "indices" : [
       "0",
       "12"
      ],
      "id_str" : "40211937",
      "id" : "40211937"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "50"
   ],
   "favorite_count" : "0",
   "id_str" : "1812812464379661152",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1812812464379661152",
   "created_at" : "Mon Jul 15 11:32:26 +0000 2024",
   "favorited" : false,
   "full_text" : "@siobhandocs Yes! Tomasz wrote it up in the forum.",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1812734078730896286",
   "in_reply_to_status_id" : "1812734078730896286",
   "in_reply_to_user_id_str" : "40211937",
   "in_reply_to_user_id" : "40211937",
   "in_reply_to_screen_name" : "siobhandocs"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1812573241500239485"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "72"
   ],
   "favorite_count" : "2",
   "id_str" : "1812573241500239485",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1812573241500239485",
   "created_at" : "Sun Jul 14 19:41:51 +0000 2024",
   "favorited" : false,
   "full_text" : "Reading the forum over coffee. Today's theme: the translation workflow ☕",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1812526295213410686",
   "in_reply_to_status_id" : "1812526295213410686",
   "in_reply_to_user_id_str" : "1503481122847719424",
   "in_reply_to_user_id" : "1503481122847719424",
   "in_reply_to_screen_name" : "mira_hillside"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1812526295213410686"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "82"
   ],
   "favorite_count" : "0",
   "id_str" : "1812526295213410686",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1812526295213410686",
   "created_at" : "Sun Jul 14 16:35:18 +0000 2024",
   "favorited" : false,
   "full_text" : "If keyboard navigation ever confused you, this thread is for you &amp; your team 🧵",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1811768148689421431",
   "in_reply_to_status_id" : "1811768148689421431",
   "in_reply_to_user_id_str" : "1503481122847719424",
   "in_reply_to_user_id" : "1503481122847719424",
   "in_reply_to_screen_name" : "mira_hillside"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1811768148689421431"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "41",
       "46"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "46"
   ],
   "favorite_count" : "5",
   "id_str" : "1811768148689421431",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1811768148689421431",
   "created_at" : "Fri Jul 12 14:22:42 +0000 2024",
   "favorited" : false,
   "full_text" : "Hot take: redirects is a people problem. #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1811148266419521180"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "72"
   ],
   "favorite_count" : "2",
   "id_str" : "1811148266419521180",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1811148266419521180",
   "created_at" : "Wed Jul 10 21:19:30 +0000 2024",
   "favorited" : false,
   "full_text" : "If redirects ever confused you, this thread is for you &amp; your team 🧵",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1810963805002268989",
   "in_reply_to_status_id" : "1810963805002268989",
   "in_reply_to_user_id_str" : "1503481122847719424",
   "in_reply_to_user_id" : "1503481122847719424",
   "in_reply_to_screen_name" : "mira_hillside"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1810963805002268989"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide02",
      "expanded_url" : "https://twitter.com/htanaka_docs/status/1810729829041963784",
      "display_url" : "twitter.com/htanaka_docs/s…",
      "indices" : [
       "78",
       "101"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "101"
   ],
   "favorite_count" : "0",
   "id_str" : "1810963805002268989",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1810963805002268989",
   "created_at" : "Wed Jul 10 09:06:31 +0000 2024",
   "favorited" : false,
   "full_text" : "If offline builds ever confused you, this thread is for you &amp; your team 🧵 https://t.co/h1ll5ide02",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1810958435068413765"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "80",
       "85"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Nguyễn Thùy Linh",
      "screen_name" : "thuylinh_dev",
      "indices" : [
       "3",
       "16"
      ],
      "id_str" : "1720011983776260096",
      "id" : "1720011983776260096"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "85"
   ],
   "favorite_count" : "0",
   "id_str" : "1810958435068413765",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1810958435068413765",
   "created_at" : "Wed Jul 10 08:45:11 +0000 2024",
   "favorited" : false,
   "full_text" : "RT @thuylinh_dev: Thank you to everyone who tested diagrams as text this week 💚 #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1809307477603254884"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Adaeze Okonkwo",
      "screen_name" : "adaezewrites",
      "indices" : [
       "0",
       "13"
      ],
      "id_str" : "912204876155228160",
      "id" : "912204876155228160"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "72"
   ],
   "favorite_count" : "0",
   "id_str" : "1809307477603254884",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1809307477603254884",
   "created_at" : "Fri Jul 05 19:24:52 +0000 2024",
   "favorited" : false,
   "full_text" : "@adaezewrites Thanks for trying it! Does it happen with the preview too?",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1809161448065076513",
   "in_reply_to_status_id" : "1809161448065076513",
   "in_reply_to_user_id_str" : "912204876155228160",
   "in_reply_to_user_id" : "912204876155228160",
   "in_reply_to_screen_name" : "adaezewrites"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1808947828538477880"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Siobhán Ní Bhriain",
      "screen_name" : "siobhandocs",
      "indices" : [
       "0",
       "12"
      ],
      "id_str" : "40211937",
      "id" : "40211937"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "33"
   ],
   "favorite_count" : "1",
   "id_str" : "1808947828538477880",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1808947828538477880",
   "created_at" : "Thu Jul 04 19:35:45 +0000 2024",
   "favorited" : false,
   "full_text" : "@siobhandocs So glad it helped ❤️",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1808810462112910426",
   "in_reply_to_status_id" : "1808810462112910426",
   "in_reply_to_user_id_str" : "40211937",
   "in_reply_to_user_id" : "40211937",
   "in_reply_to_screen_name" : "siobhandocs"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1808463348308640542"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "77"
   ],
   "favorite_count" : "6",
   "id_str" : "1808463348308640542",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1808463348308640542",
   "created_at" : "Wed Jul 03 11:30:36 +0000 2024",
   "favorited" : false,
   "full_text" : "If offline builds ever confused you, this thread is for you &amp; your team 🧵",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1808077468788064605"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide01",
      "expanded_url" : "https://hillside.example.org/?p=94",
      "display_url" : "hillside.example.org/?p=94…",
      "indices" : [
       "33",
       "56"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "56"
   ],
   "favorite_count" : "1",
   "id_str" : "1808077468788064605",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1808077468788064605",
   "created_at" : "Tue Jul 02 09:57:15 +0000 2024",
   "favorited" : false,
   "full_text" : "New on the blog: versioned pages https://t.co/h1ll5ide01",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1807874498301527852"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide02",
      "expanded_url" : "https://twitter.com/kofi_codes/status/1807869340851113161",
      "display_url" : "twitter.com/kofi_codes/sta…",
      "indices" : [
       "77",
       "100"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "100"
   ],
   "favorite_count" : "0",
   "id_str" : "1807874498301527852",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1807874498301527852",
   "created_at" : "Mon Jul 01 20:30:43 +0000 2024",
   "favorited" : false,
   "full_text" : "Office hours today at 15:00 UTC. Bring your questions about tested snippets. https://t.co/h1ll5ide02",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1806976711024183345"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Nguyễn Thùy Linh",
      "screen_name" : "thuylinh_dev",
      "indices" : [
       "0",
       "13"
      ],
      "id_str" : "1720011983776260096",
      "id" : "1720011983776260096"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "72"
   ],
   "favorite_count" : "1",
   "id_str" : "1806976711024183345",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1806976711024183345",
   "created_at" : "Sat Jun 29 09:03:14 +0000 2024",
   "favorited" : false,
   "full_text" : "@thuylinh_dev Thanks for trying it! Does it happen with the preview too?",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1806828636641167170",
   "in_reply_to_status_id" : "1806828636641167170",
   "in_reply_to_user_id_str" : "1720011983776260096",
   "in_reply_to_user_id" : "1720011983776260096",
   "in_reply_to_screen_name" : "thuylinh_dev"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1805193697143293333"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "63"
   ],
   "favorite_count" : "0",
   "id_str" : "1805193697143293333",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1805193697143293333",
   "created_at" : "Mon Jun 24 10:58:10 +0000 2024",
   "favorited" : false,
   "full_text" : "Reading the forum over coffee. Today's theme: the change feed ☕",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1805161728296618448"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "62"
   ],
   "favorite_count" : "2",
   "id_str" : "1805161728296618448",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1805161728296618448",
   "created_at" : "Mon Jun 24 08:51:08 +0000 2024",
   "favorited" : false,
   "full_text" : "Reading the forum over coffee. Today's theme: the PDF export ☕",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1802998117293886168"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "79"
   ],
   "favorite_count" : "3",
   "id_str" : "1802998117293886168",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1802998117293886168",
   "created_at" : "Tue Jun 18 09:33:43 +0000 2024",
   "favorited" : false,
   "full_text" : "If the search index ever confused you, this thread is for you &amp; your team 🧵",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1800452441003524414"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Nguyễn Thùy Linh",
      "screen_name" : "thuylinh_dev",
      "indices" : [
       "0",
       "13"
      ],
      "id_str" : "1720011983776260096",
      "id" : "1720011983776260096"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "72"
   ],
   "favorite_count" : "1",
   "id_str" : "1800452441003524414",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1800452441003524414",
   "created_at" : "Tue Jun 11 08:58:07 +0000 2024",
   "favorited" : false,
   "full_text" : "@thuylinh_dev Good idea, could you open a topic so it does not get lost?",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1800332085303446786",
   "in_reply_to_status_id" : "1800332085303446786",
   "in_reply_to_user_id_str" : "1720011983776260096",
   "in_reply_to_user_id" : "1720011983776260096",
   "in_reply_to_screen_name" : "thuylinh_dev"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1799072233885270490"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "57",
       "62"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "62"
   ],
   "favorite_count" : "1",
   "id_str" : "1799072233885270490",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1799072233885270490",
   "created_at" : "Fri Jun 07 13:33:40 +0000 2024",
   "favorited" : false,
   "full_text" : "Thank you to everyone who tested wide tables this week 💚 #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1799018047881609423"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Nora K.",
      "screen_name" : "opensource_nora",
      "indices" : [
       "3",
       "19"
      ],
      "id_str" : "2244994945",
      "id" : "2244994945"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "84"
   ],
   "favorite_count" : "0",
   "id_str" : "1799018047881609423",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1799018047881609423",
   "created_at" : "Fri Jun 07 09:58:21 +0000 2024",
   "favorited" : false,
   "full_text" : "RT @opensource_nora: Reading the forum over coffee. Today's theme: the change feed ☕",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1799002644547636766"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide01",
      "expanded_url" : "https://hillside.example.org/?p=91",
      "display_url" : "hillside.example.org/?p=91…",
      "indices" : [
       "27",
       "50"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "50"
   ],
   "favorite_count" : "3",
   "id_str" : "1799002644547636766",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1799002644547636766",
   "created_at" : "Fri Jun 07 08:57:08 +0000 2024",
   "favorited" : false,
   "full_text" : "New on the blog: redirects https://t.co/h1ll5ide01",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1798349752715184228"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "82"
   ],
   "favorite_count" : "5",
   "id_str" : "1798349752715184228",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1798349752715184228",
   "created_at" : "Wed Jun 05 13:42:47 +0000 2024",
   "favorited" : false,
   "full_text" : "Office hours today at 15:00 UTC. Bring your questions about pull request previews.",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1798300986377240710"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Fatima-Zahra Benali",
      "screen_name" : "fz_benali",
      "indices" : [
       "0",
       "10"
      ],
      "id_str" : "845120993817600001",
      "id" : "845120993817600001"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "48"
   ],
   "favorite_count" : "0",
   "id_str" : "1798300986377240710",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1798300986377240710",
   "created_at" : "Wed Jun 05 10:29:00 +0000 2024",
   "favorited" : false,
   "full_text" : "@fz_benali Yes! Tomasz wrote it up in the forum.",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1798141859671835767",
   "in_reply_to_status_id" : "1798141859671835767",
   "in_reply_to_user_id_str" : "845120993817600001",
   "in_reply_to_user_id" : "845120993817600001",
   "in_reply_to_screen_name" : "fz_benali"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1797961669150771937"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Kofi Mensah",
      "screen_name" : "kofi_codes",
      "indices" : [
       "0",
       "11"
      ],
      "id_str" : "1598234412201107456",
      "id" : "1598234412201107456"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "49"
   ],
   "favorite_count" : "1",
   "id_str" : "1797961669150771937",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1797961669150771937",
   "created_at" : "Tue Jun 04 12:00:41 +0000 2024",
   "favorited" : false,
   "full_text" : "@kofi_codes Yes! Tomasz wrote it up in the forum.",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1797916810478093274",
   "in_reply_to_status_id" : "1797916810478093274",
   "in_reply_to_user_id_str" : "1598234412201107456",
   "in_reply_to_user_id" : "1598234412201107456",
   "in_reply_to_screen_name" : "kofi_codes"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1793720730593003987"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "72"
   ],
   "favorite_count" : "2",
   "id_str" : "1793720730593003987",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1793720730593003987",
   "created_at" : "Thu May 23 19:08:42 +0000 2024",
   "favorited" : false,
   "full_text" : "Reading the forum over coffee. Today's theme: the translation workflow ☕",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1793224694661384157"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide01",
      "expanded_url" : "https://hillside.example.org/?p=87",
      "display_url" : "hillside.example.org/?p=87…",
      "indices" : [
       "34",
       "57"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "57"
   ],
   "favorite_count" : "2",
   "id_str" : "1793224694661384157",
   "truncated" : false,
   "retweet_count" : "2",
   "id" : "1793224694661384157",
   "created_at" : "Wed May 22 10:17:38 +0000 2024",
   "favorited" : false,
   "full_text" : "New on the blog: the prose linter https://t.co/h1ll5ide01",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1792650229841922046"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "78"
   ],
   "favorite_count" : "1",
   "id_str" : "1792650229841922046",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1792650229841922046",
   "created_at" : "Mon May 20 20:14:55 +0000 2024",
   "favorited" : false,
   "full_text" : "If heading anchors ever confused you, this thread is for you &amp; your team 🧵",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1787240576098239703"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "74"
   ],
   "favorite_count" : "0",
   "id_str" : "1787240576098239703",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1787240576098239703",
   "created_at" : "Sun May 05 21:58:53 +0000 2024",
   "favorited" : false,
   "full_text" : "If image sizes ever confused you, this thread is for you &amp; your team 🧵",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1783414202090655660",
   "in_reply_to_status_id" : "1783414202090655660",
   "in_reply_to_user_id_str" : "1503481122847719424",
   "in_reply_to_user_id" : "1503481122847719424",
   "in_reply_to_screen_name" : "mira_hillside"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1783414202090655660"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "61",
       "66"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "66"
   ],
   "favorite_count" : "1",
   "id_str" : "1783414202090655660",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1783414202090655660",
   "created_at" : "Thu Apr 25 08:34:14 +0000 2024",
   "favorited" : false,
   "full_text" : "Thank you to everyone who tested tested snippets this week 💚 #docs",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1783085320145732671",
   "in_reply_to_status_id" : "1783085320145732671",
   "in_reply_to_user_id_str" : "1503481122847719424",
   "in_reply_to_user_id" : "1503481122847719424",
   "in_reply_to_screen_name" : "mira_hillside"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1783085320145732671"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide01",
      "expanded_url" : "https://hillside.example.org/?p=83",
      "display_url" : "hillside.example.org/?p=83…",
      "indices" : [
       "39",
       "62"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "62"
   ],
   "favorite_count" : "8",
   "id_str" : "1783085320145732671",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1783085320145732671",
   "created_at" : "Wed Apr 24 10:47:23 +0000 2024",
   "favorited" : false,
   "full_text" : "New on the blog: pull request previews https://t.co/h1ll5ide01",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1782807164151137040"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Adaeze Okonkwo",
      "screen_name" : "adaezewrites",
      "indices" : [
       "3",
       "16"
      ],
      "id_str" : "912204876155228160",
      "id" : "912204876155228160"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "77"
   ],
   "favorite_count" : "0",
   "id_str" : "1782807164151137040",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1782807164151137040",
   "created_at" : "Tue Apr 23 16:22:05 +0000 2024",
   "favorited" : false,
   "full_text" : "RT @adaezewrites: Reading the forum over coffee. Today's theme: wide tables ☕",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1782709942034106407"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Arjun Venkataraman",
      "screen_name" : "arjun_v",
      "indices" : [
       "0",
       "8"
      ],
      "id_str" : "301984426",
      "id" : "301984426"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "30"
   ],
   "favorite_count" : "0",
   "id_str" : "1782709942034106407",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1782709942034106407",
   "created_at" : "Tue Apr 23 09:55:45 +0000 2024",
   "favorited" : false,
   "full_text" : "@arjun_v On it. Give us a day.",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1782696048540517140",
   "in_reply_to_status_id" : "1782696048540517140",
   "in_reply_to_user_id_str" : "301984426",
   "in_reply_to_user_id" : "301984426",
   "in_reply_to_screen_name" : "arjun_v"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1782401363687246394"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Kofi Mensah",
      "screen_name" : "kofi_codes",
      "indices" : [
       "0",
       "11"
      ],
      "id_str" : "1598234412201107456",
      "id" : "1598234412201107456"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "49"
   ],
   "favorite_count" : "2",
   "id_str" : "1782401363687246394",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1782401363687246394",
   "created_at" : "Mon Apr 22 13:29:35 +0000 2024",
   "favorited" : false,
   "full_text" : "@kofi_codes Yes! Tomasz wrote it up in the forum.",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1782249947295387509",
   "in_reply_to_status_id" : "1782249947295387509",
   "in_reply_to_user_id_str" : "1598234412201107456",
   "in_reply_to_user_id" : "1598234412201107456",
   "in_reply_to_screen_name" : "kofi_codes"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1782312229484366848"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "61",
       "66"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide02",
      "expanded_url" : "https://twitter.com/siobhandocs/status/1782074364565390864",
      "display_url" : "twitter.com/siobhandocs/st…",
      "indices" : [
       "67",
       "90"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "90"
   ],
   "favorite_count" : "0",
   "id_str" : "1782312229484366848",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1782312229484366848",
   "created_at" : "Mon Apr 22 07:35:23 +0000 2024",
   "favorited" : false,
   "full_text" : "Thank you to everyone who tested the change feed this week 💚 #docs https://t.co/h1ll5ide02",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1781390537966748629"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "62"
   ],
   "favorite_count" : "4",
   "id_str" : "1781390537966748629",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1781390537966748629",
   "created_at" : "Fri Apr 19 18:32:55 +0000 2024",
   "favorited" : false,
   "full_text" : "Reading the forum over coffee. Today's theme: page templates ☕",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1780967519046076643"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Docs Fan",
      "screen_name" : "writethedocsfan",
      "indices" : [
       "0",
       "16"
      ],
      "id_str" : "19283746",
      "id" : "19283746"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "54"
   ],
   "favorite_count" : "1",
   "id_str" : "1780967519046076643",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1780967519046076643",
   "created_at" : "Thu Apr 18 14:31:59 +0000 2024",
   "favorited" : false,
   "full_text" : "@writethedocsfan Yes! Tomasz wrote it up in the forum.",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1780898477711033764",
   "in_reply_to_status_id" : "1780898477711033764",
   "in_reply_to_user_id_str" : "19283746",
   "in_reply_to_user_id" : "19283746",
   "in_reply_to_screen_name" : "writethedocsfan"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1780638170598083322"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "51",
       "56"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "56"
   ],
   "favorite_count" : "1",
   "id_str" : "1780638170598083322",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1780638170598083322",
   "created_at" : "Wed Apr 17 16:43:17 +0000 2024",
   "favorited" : false,
   "full_text" : "Hot take: keyboard navigation is a people problem. #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1778344564831028391"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "77"
   ],
   "favorite_count" : "1",
   "id_str" : "1778344564831028391",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1778344564831028391",
   "created_at" : "Thu Apr 11 08:49:18 +0000 2024",
   "favorited" : false,
   "full_text" : "Office hours today at 15:00 UTC. Bring your questions about the prose linter.",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1778333370082659623"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Tomasz Wójcik",
      "screen_name" : "twojcik",
      "indices" : [
       "0",
       "8"
      ],
      "id_str" : "288130457",
      "id" : "288130457"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "46"
   ],
   "favorite_count" : "0",
   "id_str" : "1778333370082659623",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1778333370082659623",
   "created_at" : "Thu Apr 11 08:04:49 +0000 2024",
   "favorited" : false,
   "full_text" : "@twojcik Yes! Tomasz wrote it up in the forum.",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1778326456074506153",
   "in_reply_to_status_id" : "1778326456074506153",
   "in_reply_to_user_id_str" : "288130457",
   "in_reply_to_user_id" : "288130457",
   "in_reply_to_screen_name" : "twojcik"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1778147208554612450"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "62"
   ],
   "favorite_count" : "3",
   "id_str" : "1778147208554612450",
   "truncated" : false,
   "retweet_count" : "2",
   "id" : "1778147208554612450",
   "created_at" : "Wed Apr 10 19:45:05 +0000 2024",
   "favorited" : false,
   "full_text" : "Reading the forum over coffee. Today's theme: offline builds ☕",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1778057002677700575"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "84"
   ],
   "favorite_count" : "3",
   "id_str" : "1778057002677700575",
   "truncated" : false,
   "retweet_count" : "2",
   "id" : "1778057002677700575",
   "created_at" : "Wed Apr 10 13:46:38 +0000 2024",
   "favorited" : false,
   "full_text" : "If pull request previews ever confused you, this thread is for you &amp; your team 🧵",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1777985186206583592"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide01",
      "expanded_url" : "https://hillside.example.org/?p=81",
      "display_url" : "hillside.example.org/?p=81…",
      "indices" : [
       "34",
       "57"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "57"
   ],
   "favorite_count" : "1",
   "id_str" : "1777985186206583592",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1777985186206583592",
   "created_at" : "Wed Apr 10 09:01:16 +0000 2024",
   "favorited" : false,
   "full_text" : "New on the blog: diagrams as text https://t.co/h1ll5ide01",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1777798324645005787"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "48",
       "53"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "53"
   ],
   "favorite_count" : "1",
   "id_str" : "1777798324645005787",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1777798324645005787",
   "created_at" : "Tue Apr 09 20:38:45 +0000 2024",
   "favorited" : false,
   "full_text" : "Hot take: the search index is a people problem. #docs",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1777369791422533433",
   "in_reply_to_status_id" : "1777369791422533433",
   "in_reply_to_user_id_str" : "1503481122847719424",
   "in_reply_to_user_id" : "1503481122847719424",
   "in_reply_to_screen_name" : "mira_hillside"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1777369791422533433"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "63"
   ],
   "favorite_count" : "5",
   "id_str" : "1777369791422533433",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1777369791422533433",
   "created_at" : "Mon Apr 08 16:15:54 +0000 2024",
   "favorited" : false,
   "full_text" : "Reading the forum over coffee. Today's theme: heading anchors ☕",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1776900288658017926"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "70",
       "75"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "75"
   ],
   "favorite_count" : "2",
   "id_str" : "1776900288658017926",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1776900288658017926",
   "created_at" : "Sun Apr 07 09:10:16 +0000 2024",
   "favorited" : false,
   "full_text" : "Thank you to everyone who tested the translation workflow this week 💚 #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1776715057367877461"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Arjun Venkataraman",
      "screen_name" : "arjun_v",
      "indices" : [
       "0",
       "8"
      ],
      "id_str" : "301984426",
      "id" : "301984426"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "46"
   ],
   "favorite_count" : "2",
   "id_str" : "1776715057367877461",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1776715057367877461",
   "created_at" : "Sat Apr 06 20:54:14 +0000 2024",
   "favorited" : false,
   "full_text" : "@arjun_v Yes! Tomasz wrote it up in the forum.",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1776590177431455864",
   "in_reply_to_status_id" : "1776590177431455864",
   "in_reply_to_user_id_str" : "301984426",
   "in_reply_to_user_id" : "301984426",
   "in_reply_to_screen_name" : "arjun_v"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1775141398002010806"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "60"
   ],
   "favorite_count" : "1",
   "id_str" : "1775141398002010806",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1775141398002010806",
   "created_at" : "Tue Apr 02 12:41:04 +0000 2024",
   "favorited" : false,
   "full_text" : "Reading the forum over coffee. Today's theme: the glossary ☕",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1774810128227238375",
   "in_reply_to_status_id" : "1774810128227238375",
   "in_reply_to_user_id_str" : "1503481122847719424",
   "in_reply_to_user_id" : "1503481122847719424",
   "in_reply_to_screen_name" : "mira_hillside"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1774810128227238375"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "56",
       "61"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "61"
   ],
   "favorite_count" : "2",
   "id_str" : "1774810128227238375",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1774810128227238375",
   "created_at" : "Mon Apr 01 14:44:43 +0000 2024",
   "favorited" : false,
   "full_text" : "Hot take: the translation workflow is a people problem. #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1774362829072109163"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "62",
       "67"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "67"
   ],
   "favorite_count" : "0",
   "id_str" : "1774362829072109163",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1774362829072109163",
   "created_at" : "Sun Mar 31 09:07:19 +0000 2024",
   "favorited" : false,
   "full_text" : "Thank you to everyone who tested the prose linter this week 💚 #docs",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1772667118727203259",
   "in_reply_to_status_id" : "1772667118727203259",
   "in_reply_to_user_id_str" : "1503481122847719424",
   "in_reply_to_user_id" : "1503481122847719424",
   "in_reply_to_screen_name" : "mira_hillside"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1772667118727203259"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "51",
       "56"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "56"
   ],
   "favorite_count" : "2",
   "id_str" : "1772667118727203259",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1772667118727203259",
   "created_at" : "Tue Mar 26 16:49:10 +0000 2024",
   "favorited" : false,
   "full_text" : "Hot take: keyboard navigation is a people problem. #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1771219852913020670"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Brandon Castellane",
      "screen_name" : "brandcastellane",
      "indices" : [
       "0",
       "16"
      ],
      "id_str" : "1189900217743204352",
      "id" : "1189900217743204352"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "54"
   ],
   "favorite_count" : "0",
   "id_str" : "1771219852913020670",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1771219852913020670",
   "created_at" : "Fri Mar 22 16:58:15 +0000 2024",
   "favorited" : false,
   "full_text" : "@brandcastellane Yes! Tomasz wrote it up in the forum.",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1771113827685895421",
   "in_reply_to_status_id" : "1771113827685895421",
   "in_reply_to_user_id_str" : "1189900217743204352",
   "in_reply_to_user_id" : "1189900217743204352",
   "in_reply_to_screen_name" : "brandcastellane"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1771075568079470727"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Tomasz Wójcik",
      "screen_name" : "twojcik",
      "indices" : [
       "3",
       "11"
      ],
      "id_str" : "288130457",
      "id" : "288130457"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "91"
   ],
   "favorite_count" : "0",
   "id_str" : "1771075568079470727",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1771075568079470727",
   "created_at" : "Fri Mar 22 07:24:55 +0000 2024",
   "favorited" : false,
   "full_text" : "RT @twojcik: If heading anchors ever confused you, this thread is for you &amp; your team 🧵",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1770748254053466118"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "70",
       "75"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "75"
   ],
   "favorite_count" : "2",
   "id_str" : "1770748254053466118",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1770748254053466118",
   "created_at" : "Thu Mar 21 09:44:17 +0000 2024",
   "favorited" : false,
   "full_text" : "Thank you to everyone who tested the translation workflow this week 💚 #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1770054411364599745"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "60",
       "65"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "65"
   ],
   "favorite_count" : "4",
   "id_str" : "1770054411364599745",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1770054411364599745",
   "created_at" : "Tue Mar 19 11:47:12 +0000 2024",
   "favorited" : false,
   "full_text" : "Thank you to everyone who tested offline builds this week 💚 #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1767488195349447215"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide01",
      "expanded_url" : "https://hillside.example.org/?p=77",
      "display_url" : "hillside.example.org/?p=77…",
      "indices" : [
       "34",
       "57"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "57"
   ],
   "favorite_count" : "5",
   "id_str" : "1767488195349447215",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1767488195349447215",
   "created_at" : "Tue Mar 12 09:49:58 +0000 2024",
   "favorited" : false,
   "full_text" : "New on the blog: diagrams as text https://t.co/h1ll5ide01",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1765449973706525216"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Adaeze Okonkwo",
      "screen_name" : "adaezewrites",
      "indices" : [
       "0",
       "13"
      ],
      "id_str" : "912204876155228160",
      "id" : "912204876155228160"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "51"
   ],
   "favorite_count" : "0",
   "id_str" : "1765449973706525216",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1765449973706525216",
   "created_at" : "Wed Mar 06 18:50:48 +0000 2024",
   "favorited" : false,
   "full_text" : "@adaezewrites Yes! Tomasz wrote it up in the forum.",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1765319376875030664",
   "in_reply_to_status_id" : "1765319376875030664",
   "in_reply_to_user_id_str" : "912204876155228160",
   "in_reply_to_user_id" : "912204876155228160",
   "in_reply_to_screen_name" : "adaezewrites"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1765366456016438835"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "48",
       "53"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide02",
      "expanded_url" : "https://twitter.com/javi_escribe/status/1765129611429020795",
      "display_url" : "twitter.com/javi_escribe/s…",
      "indices" : [
       "54",
       "77"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "77"
   ],
   "favorite_count" : "1",
   "id_str" : "1765366456016438835",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1765366456016438835",
   "created_at" : "Wed Mar 06 13:18:56 +0000 2024",
   "favorited" : false,
   "full_text" : "Hot take: diagrams as text is a people problem. #docs https://t.co/h1ll5ide02",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1765304163568192554"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "API Design Bits",
      "screen_name" : "apidesignbits",
      "indices" : [
       "0",
       "14"
      ],
      "id_str" : "884120037761",
      "id" : "884120037761"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "73"
   ],
   "favorite_count" : "1",
   "id_str" : "1765304163568192554",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1765304163568192554",
   "created_at" : "Wed Mar 06 09:11:25 +0000 2024",
   "favorited" : false,
   "full_text" : "@apidesignbits Thanks for trying it! Does it happen with the preview too?",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1765224073522054675",
   "in_reply_to_status_id" : "1765224073522054675",
   "in_reply_to_user_id_str" : "884120037761",
   "in_reply_to_user_id" : "884120037761",
   "in_reply_to_screen_name" : "apidesignbits"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1765044684427626626"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "58",
       "63"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "63"
   ],
   "favorite_count" : "2",
   "id_str" : "1765044684427626626",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1765044684427626626",
   "created_at" : "Tue Mar 05 16:00:20 +0000 2024",
   "favorited" : false,
   "full_text" : "Thank you to everyone who tested the glossary this week 💚 #docs",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1762210331817411326",
   "in_reply_to_status_id" : "1762210331817411326",
   "in_reply_to_user_id_str" : "1503481122847719424",
   "in_reply_to_user_id" : "1503481122847719424",
   "in_reply_to_screen_name" : "mira_hillside"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1762210331817411326"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Plain Language Weekly",
      "screen_name" : "plainlanguage",
      "indices" : [
       "0",
       "14"
      ],
      "id_str" : "1387712990",
      "id" : "1387712990"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "35"
   ],
   "favorite_count" : "1",
   "id_str" : "1762210331817411326",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1762210331817411326",
   "created_at" : "Mon Feb 26 20:17:38 +0000 2024",
   "favorited" : false,
   "full_text" : "@plainlanguage So glad it helped ❤️",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1762206686833019657",
   "in_reply_to_status_id" : "1762206686833019657",
   "in_reply_to_user_id_str" : "1387712990",
   "in_reply_to_user_id" : "1387712990",
   "in_reply_to_screen_name" : "plainlanguage"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1760964915260032114"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "67"
   ],
   "favorite_count" : "2",
   "id_str" : "1760964915260032114",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1760964915260032114",
   "created_at" : "Fri Feb 23 09:48:47 +0000 2024",
   "favorited" : false,
   "full_text" : "Reading the forum over coffee. Today's theme: keyboard navigation ☕",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1760696913524428010"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "48",
       "53"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "53"
   ],
   "favorite_count" : "1",
   "id_str" : "1760696913524428010",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1760696913524428010",
   "created_at" : "Thu Feb 22 16:03:51 +0000 2024",
   "favorited" : false,
   "full_text" : "Hot take: the search index is a people problem. #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1760554971612318939"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "61",
       "66"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "66"
   ],
   "favorite_count" : "2",
   "id_str" : "1760554971612318939",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1760554971612318939",
   "created_at" : "Thu Feb 22 06:39:49 +0000 2024",
   "favorited" : false,
   "full_text" : "Thank you to everyone who tested tested snippets this week 💚 #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1760404671685460993"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "API Design Bits",
      "screen_name" : "apidesignbits",
      "indices" : [
       "0",
       "14"
      ],
      "id_str" : "884120037761",
      "id" : "884120037761"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "35"
   ],
   "favorite_count" : "2",
   "id_str" : "1760404671685460993",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1760404671685460993",
   "created_at" : "Wed Feb 21 20:42:35 +0000 2024",
   "favorited" : false,
   "full_text" : "@apidesignbits So glad it helped ❤️",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1760259138165671839",
   "in_reply_to_status_id" : "1760259138165671839",
   "in_reply_to_user_id_str" : "884120037761",
   "in_reply_to_user_id" : "884120037761",
   "in_reply_to_screen_name" : "apidesignbits"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1757344333662523344"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide01",
      "expanded_url" : "https://hillside.example.org/?p=73",
      "display_url" : "hillside.example.org/?p=73…",
      "indices" : [
       "33",
       "56"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "56"
   ],
   "favorite_count" : "4",
   "id_str" : "1757344333662523344",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1757344333662523344",
   "created_at" : "Tue Feb 13 10:01:53 +0000 2024",
   "favorited" : false,
   "full_text" : "New on the blog: tested snippets https://t.co/h1ll5ide01",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1757117585607886430"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Kofi Mensah",
      "screen_name" : "kofi_codes",
      "indices" : [
       "0",
       "11"
      ],
      "id_str" : "1598234412201107456",
      "id" : "1598234412201107456"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "33"
   ],
   "favorite_count" : "2",
   "id_str" : "1757117585607886430",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1757117585607886430",
   "created_at" : "Mon Feb 12 19:00:52 +0000 2024",
   "favorited" : false,
   "full_text" : "@kofi_codes On it. Give us a day.",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1756988449291767419",
   "in_reply_to_status_id" : "1756988449291767419",
   "in_reply_to_user_id_str" : "1598234412201107456",
   "in_reply_to_user_id" : "1598234412201107456",
   "in_reply_to_screen_name" : "kofi_codes"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1757069143607084917"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "53",
       "58"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "58"
   ],
   "favorite_count" : "2",
   "id_str" : "1757069143607084917",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1757069143607084917",
   "created_at" : "Mon Feb 12 15:48:23 +0000 2024",
   "favorited" : false,
   "full_text" : "Hot take: pull request previews is a people problem. #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1755592711651462538"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Arjun Venkataraman",
      "screen_name" : "arjun_v",
      "indices" : [
       "0",
       "8"
      ],
      "id_str" : "301984426",
      "id" : "301984426"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "30"
   ],
   "favorite_count" : "0",
   "id_str" : "1755592711651462538",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1755592711651462538",
   "created_at" : "Thu Feb 08 14:01:34 +0000 2024",
   "favorited" : false,
   "full_text" : "@arjun_v On it. Give us a day.",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1755527014833456802",
   "in_reply_to_status_id" : "1755527014833456802",
   "in_reply_to_user_id_str" : "301984426",
   "in_reply_to_user_id" : "301984426",
   "in_reply_to_screen_name" : "arjun_v"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1755571431984334941"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Tomasz Wójcik",
      "screen_name" : "twojcik",
      "indices" : [
       "0",
       "8"
      ],
      "id_str" : "288130457",
      "id" : "288130457"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "67"
   ],
   "favorite_count" : "1",
   "id_str" : "1755571431984334941",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1755571431984334941",
   "created_at" : "Thu Feb 08 12:37:00 +0000 2024",
   "favorited" : false,
   "full_text" : "@twojcik Good idea, could you open a topic so it does not get lost?",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1755423272935097338",
   "in_reply_to_status_id" : "1755423272935097338",
   "in_reply_to_user_id_str" : "288130457",
   "in_reply_to_user_id" : "288130457",
   "in_reply_to_screen_name" : "twojcik"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1755484613809015585"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Nora K.",
      "screen_name" : "opensource_nora",
      "indices" : [
       "3",
       "19"
      ],
      "id_str" : "2244994945",
      "id" : "2244994945"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "85"
   ],
   "favorite_count" : "0",
   "id_str" : "1755484613809015585",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1755484613809015585",
   "created_at" : "Thu Feb 08 06:52:01 +0000 2024",
   "favorited" : false,
   "full_text" : "RT @opensource_nora: Reading the forum over coffee. Today's theme: the search index ☕",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1755234193098409637"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "61",
       "66"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide02",
      "expanded_url" : "https://twitter.com/opensource_nora/status/1754885390839319806",
      "display_url" : "twitter.com/opensource_nor…",
      "indices" : [
       "67",
       "90"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "90"
   ],
   "favorite_count" : "2",
   "id_str" : "1755234193098409637",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1755234193098409637",
   "created_at" : "Wed Feb 07 14:16:56 +0000 2024",
   "favorited" : false,
   "full_text" : "Thank you to everyone who tested heading anchors this week 💚 #docs https://t.co/h1ll5ide02",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1755226646312386803"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Javi Ortega",
      "screen_name" : "javi_escribe",
      "indices" : [
       "3",
       "16"
      ],
      "id_str" : "55012388",
      "id" : "55012388"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "92"
   ],
   "favorite_count" : "0",
   "id_str" : "1755226646312386803",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1755226646312386803",
   "created_at" : "Wed Feb 07 13:46:57 +0000 2024",
   "favorited" : false,
   "full_text" : "RT @javi_escribe: If the sidebar ever confused you, this thread is for you &amp; your team 🧵",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1755223085654477113"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Kofi Mensah",
      "screen_name" : "kofi_codes",
      "indices" : [
       "0",
       "11"
      ],
      "id_str" : "1598234412201107456",
      "id" : "1598234412201107456"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "70"
   ],
   "favorite_count" : "0",
   "id_str" : "1755223085654477113",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1755223085654477113",
   "created_at" : "Wed Feb 07 13:32:48 +0000 2024",
   "favorited" : false,
   "full_text" : "@kofi_codes Good idea, could you open a topic so it does not get lost?",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1755134693847597935",
   "in_reply_to_status_id" : "1755134693847597935",
   "in_reply_to_user_id_str" : "1598234412201107456",
   "in_reply_to_user_id" : "1598234412201107456",
   "in_reply_to_screen_name" : "kofi_codes"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1754947712324734527"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "48",
       "53"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "53"
   ],
   "favorite_count" : "5",
   "id_str" : "1754947712324734527",
   "truncated" : false,
   "retweet_count" : "2",
   "id" : "1754947712324734527",
   "created_at" : "Tue Feb 06 19:18:34 +0000 2024",
   "favorited" : false,
   "full_text" : "Hot take: diagrams as text is a people problem. #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1754900559732674500"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "76",
       "81"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "田中 宏 (Hiroshi Tanaka)",
      "screen_name" : "htanaka_docs",
      "indices" : [
       "3",
       "16"
      ],
      "id_str" : "77120345",
      "id" : "77120345"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "81"
   ],
   "favorite_count" : "0",
   "id_str" : "1754900559732674500",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1754900559732674500",
   "created_at" : "Tue Feb 06 16:11:12 +0000 2024",
   "favorited" : false,
   "full_text" : "RT @htanaka_docs: Thank you to everyone who tested the glossary this week 💚 #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1754769599473125311"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Brandon Castellane",
      "screen_name" : "brandcastellane",
      "indices" : [
       "0",
       "16"
      ],
      "id_str" : "1189900217743204352",
      "id" : "1189900217743204352"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "54"
   ],
   "favorite_count" : "1",
   "id_str" : "1754769599473125311",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1754769599473125311",
   "created_at" : "Tue Feb 06 07:30:49 +0000 2024",
   "favorited" : false,
   "full_text" : "@brandcastellane Yes! Tomasz wrote it up in the forum.",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1754754927051149189",
   "in_reply_to_status_id" : "1754754927051149189",
   "in_reply_to_user_id_str" : "1189900217743204352",
   "in_reply_to_user_id" : "1189900217743204352",
   "in_reply_to_screen_name" : "brandcastellane"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1754416669930815820"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "60",
       "65"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "65"
   ],
   "favorite_count" : "1",
   "id_str" : "1754416669930815820",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1754416669930815820",
   "created_at" : "Mon Feb 05 08:08:24 +0000 2024",
   "favorited" : false,
   "full_text" : "Thank you to everyone who tested offline builds this week 💚 #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1753750845003926716"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide02",
      "expanded_url" : "https://twitter.com/opensource_nora/status/1753738751961465477",
      "display_url" : "twitter.com/opensource_nor…",
      "indices" : [
       "78",
       "101"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "101"
   ],
   "favorite_count" : "0",
   "id_str" : "1753750845003926716",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1753750845003926716",
   "created_at" : "Sat Feb 03 12:02:39 +0000 2024",
   "favorited" : false,
   "full_text" : "Office hours today at 15:00 UTC. Bring your questions about the search index. https://t.co/h1ll5ide02",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1753491190415626087"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "65",
       "70"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Siobhán Ní Bhriain",
      "screen_name" : "siobhandocs",
      "indices" : [
       "3",
       "15"
      ],
      "id_str" : "40211937",
      "id" : "40211937"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "70"
   ],
   "favorite_count" : "0",
   "id_str" : "1753491190415626087",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1753491190415626087",
   "created_at" : "Fri Feb 02 18:50:52 +0000 2024",
   "favorited" : false,
   "full_text" : "RT @siobhandocs: Hot take: the search index is a people problem. #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1752645513670297145"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Adaeze Okonkwo",
      "screen_name" : "adaezewrites",
      "indices" : [
       "0",
       "13"
      ],
      "id_str" : "912204876155228160",
      "id" : "912204876155228160"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "72"
   ],
   "favorite_count" : "2",
   "id_str" : "1752645513670297145",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1752645513670297145",
   "created_at" : "Wed Jan 31 10:50:27 +0000 2024",
   "favorited" : false,
   "full_text" : "@adaezewrites Good idea, could you open a topic so it does not get lost?",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1752478259007718333",
   "in_reply_to_status_id" : "1752478259007718333",
   "in_reply_to_user_id_str" : "912204876155228160",
   "in_reply_to_user_id" : "912204876155228160",
   "in_reply_to_screen_name" : "adaezewrites"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1750119825247570840"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide01",
      "expanded_url" : "https://hillside.example.org/?p=71",
      "display_url" : "hillside.example.org/?p=71…",
      "indices" : [
       "30",
       "53"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "53"
   ],
   "favorite_count" : "4",
   "id_str" : "1750119825247570840",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1750119825247570840",
   "created_at" : "Wed Jan 24 11:34:16 +0000 2024",
   "favorited" : false,
   "full_text" : "New on the blog: the glossary https://t.co/h1ll5ide01",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1747608233817670252"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Arjun Venkataraman",
      "screen_name" : "arjun_v",
      "indices" : [
       "0",
       "8"
      ],
      "id_str" : "301984426",
      "id" : "301984426"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "29"
   ],
   "favorite_count" : "1",
   "id_str" : "1747608233817670252",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1747608233817670252",
   "created_at" : "Wed Jan 17 13:14:06 +0000 2024",
   "favorited" : false,
   "full_text" : "@arjun_v So glad it helped ❤️",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1747462483490113300",
   "in_reply_to_status_id" : "1747462483490113300",
   "in_reply_to_user_id_str" : "301984426",
   "in_reply_to_user_id" : "301984426",
   "in_reply_to_screen_name" : "arjun_v"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1746979626707584576"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Fatima-Zahra Benali",
      "screen_name" : "fz_benali",
      "indices" : [
       "0",
       "10"
      ],
      "id_str" : "845120993817600001",
      "id" : "845120993817600001"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "48"
   ],
   "favorite_count" : "0",
   "id_str" : "1746979626707584576",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1746979626707584576",
   "created_at" : "Mon Jan 15 19:36:14 +0000 2024",
   "favorited" : false,
   "full_text" : "@fz_benali Yes! Tomasz wrote it up in the forum.",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1746967211706155105",
   "in_reply_to_status_id" : "1746967211706155105",
   "in_reply_to_user_id_str" : "845120993817600001",
   "in_reply_to_user_id" : "845120993817600001",
   "in_reply_to_screen_name" : "fz_benali"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1745485938206706993"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "59"
   ],
   "favorite_count" : "2",
   "id_str" : "1745485938206706993",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1745485938206706993",
   "created_at" : "Thu Jan 11 16:40:51 +0000 2024",
   "favorited" : false,
   "full_text" : "Reading the forum over coffee. Today's theme: image sizes ☕",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1745342631585517537"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "75"
   ],
   "favorite_count" : "1",
   "id_str" : "1745342631585517537",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1745342631585517537",
   "created_at" : "Thu Jan 11 07:11:24 +0000 2024",
   "favorited" : false,
   "full_text" : "Office hours today at 15:00 UTC. Bring your questions about offline builds.",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1744710155112550305"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Nguyễn Thùy Linh",
      "screen_name" : "thuylinh_dev",
      "indices" : [
       "3",
       "16"
      ],
      "id_str" : "1720011983776260096",
      "id" : "1720011983776260096"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "95"
   ],
   "favorite_count" : "0",
   "id_str" : "1744710155112550305",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1744710155112550305",
   "created_at" : "Tue Jan 09 13:18:10 +0000 2024",
   "favorited" : false,
   "full_text" : "RT @thuylinh_dev: If page templates ever confused you, this thread is for you &amp; your team 🧵",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1744278677316698173"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Kofi Mensah",
      "screen_name" : "kofi_codes",
      "indices" : [
       "0",
       "11"
      ],
      "id_str" : "1598234412201107456",
      "id" : "1598234412201107456"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "33"
   ],
   "favorite_count" : "0",
   "id_str" : "1744278677316698173",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1744278677316698173",
   "created_at" : "Mon Jan 08 08:43:38 +0000 2024",
   "favorited" : false,
   "full_text" : "@kofi_codes On it. Give us a day.",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1744270723750298888",
   "in_reply_to_status_id" : "1744270723750298888",
   "in_reply_to_user_id_str" : "1598234412201107456",
   "in_reply_to_user_id" : "1598234412201107456",
   "in_reply_to_screen_name" : "kofi_codes"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1744247701282751989"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "59"
   ],
   "favorite_count" : "2",
   "id_str" : "1744247701282751989",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1744247701282751989",
   "created_at" : "Mon Jan 08 06:40:33 +0000 2024",
   "favorited" : false,
   "full_text" : "Reading the forum over coffee. Today's theme: the sidebar ☕",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1743237998817838228"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "79"
   ],
   "favorite_count" : "1",
   "id_str" : "1743237998817838228",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1743237998817838228",
   "created_at" : "Fri Jan 05 11:48:21 +0000 2024",
   "favorited" : false,
   "full_text" : "If the search index ever confused you, this thread is for you &amp; your team 🧵",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1743206600165820914",
   "in_reply_to_status_id" : "1743206600165820914",
   "in_reply_to_user_id_str" : "1503481122847719424",
   "in_reply_to_user_id" : "1503481122847719424",
   "in_reply_to_screen_name" : "mira_hillside"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1743206600165820914"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "62",
       "67"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide02",
      "expanded_url" : "https://twitter.com/siobhandocs/status/1742989259112973362",
      "display_url" : "twitter.com/siobhandocs/st…",
      "indices" : [
       "68",
       "91"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "91"
   ],
   "favorite_count" : "2",
   "id_str" : "1743206600165820914",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1743206600165820914",
   "created_at" : "Fri Jan 05 09:43:35 +0000 2024",
   "favorited" : false,
   "full_text" : "Thank you to everyone who tested diagrams as text this week 💚 #docs https://t.co/h1ll5ide02",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1742620026021611373"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "68",
       "73"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Siobhán Ní Bhriain",
      "screen_name" : "siobhandocs",
      "indices" : [
       "3",
       "15"
      ],
      "id_str" : "40211937",
      "id" : "40211937"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "73"
   ],
   "favorite_count" : "0",
   "id_str" : "1742620026021611373",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1742620026021611373",
   "created_at" : "Wed Jan 03 18:52:45 +0000 2024",
   "favorited" : false,
   "full_text" : "RT @siobhandocs: Hot take: keyboard navigation is a people problem. #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1742613657012929631"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Plain Language Weekly",
      "screen_name" : "plainlanguage",
      "indices" : [
       "0",
       "14"
      ],
      "id_str" : "1387712990",
      "id" : "1387712990"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "35"
   ],
   "favorite_count" : "1",
   "id_str" : "1742613657012929631",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1742613657012929631",
   "created_at" : "Wed Jan 03 18:27:26 +0000 2024",
   "favorited" : false,
   "full_text" : "@plainlanguage So glad it helped ❤️",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1742609140070484744",
   "in_reply_to_status_id" : "1742609140070484744",
   "in_reply_to_user_id_str" : "1387712990",
   "in_reply_to_user_id" : "1387712990",
   "in_reply_to_screen_name" : "plainlanguage"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1742157292263966781"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide01",
      "expanded_url" : "https://hillside.example.org/?p=68",
      "display_url" : "hillside.example.org/?p=68…",
      "indices" : [
       "39",
       "62"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "62"
   ],
   "favorite_count" : "2",
   "id_str" : "1742157292263966781",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1742157292263966781",
   "created_at" : "Tue Jan 02 12:14:00 +0000 2024",
   "favorited" : false,
   "full_text" : "New on the blog: pull request previews https://t.co/h1ll5ide01",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1739757052240071930"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Nguyễn Thùy Linh",
      "screen_name" : "thuylinh_dev",
      "indices" : [
       "0",
       "13"
      ],
      "id_str" : "1720011983776260096",
      "id" : "1720011983776260096"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "51"
   ],
   "favorite_count" : "0",
   "id_str" : "1739757052240071930",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1739757052240071930",
   "created_at" : "Tue Dec 26 21:16:19 +0000 2023",
   "favorited" : false,
   "full_text" : "@thuylinh_dev Yes! Tomasz wrote it up in the forum.",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1739666532939599330",
   "in_reply_to_status_id" : "1739666532939599330",
   "in_reply_to_user_id_str" : "1720011983776260096",
   "in_reply_to_user_id" : "1720011983776260096",
   "in_reply_to_screen_name" : "thuylinh_dev"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1739634379291889023"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "80"
   ],
   "favorite_count" : "1",
   "id_str" : "1739634379291889023",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1739634379291889023",
   "created_at" : "Tue Dec 26 13:08:51 +0000 2023",
   "favorited" : false,
   "full_text" : "Office hours today at 15:00 UTC. Bring your questions about keyboard navigation.",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1737037268922663057",
   "in_reply_to_status_id" : "1737037268922663057",
   "in_reply_to_user_id_str" : "1503481122847719424",
   "in_reply_to_user_id" : "1503481122847719424",
   "in_reply_to_screen_name" : "mira_hillside"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1737037268922663057"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide01",
      "expanded_url" : "https://hillside.example.org/?p=64",
      "display_url" : "hillside.example.org/?p=64…",
      "indices" : [
       "32",
       "55"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "55"
   ],
   "favorite_count" : "3",
   "id_str" : "1737037268922663057",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1737037268922663057",
   "created_at" : "Tue Dec 19 09:08:52 +0000 2023",
   "favorited" : false,
   "full_text" : "New on the blog: page templates https://t.co/h1ll5ide01",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1735017509813226938"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "77"
   ],
   "favorite_count" : "1",
   "id_str" : "1735017509813226938",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1735017509813226938",
   "created_at" : "Wed Dec 13 19:23:04 +0000 2023",
   "favorited" : false,
   "full_text" : "If offline builds ever confused you, this thread is for you &amp; your team 🧵",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1734935116284692537"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "田中 宏 (Hiroshi Tanaka)",
      "screen_name" : "htanaka_docs",
      "indices" : [
       "0",
       "13"
      ],
      "id_str" : "77120345",
      "id" : "77120345"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "72"
   ],
   "favorite_count" : "1",
   "id_str" : "1734935116284692537",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1734935116284692537",
   "created_at" : "Wed Dec 13 13:55:39 +0000 2023",
   "favorited" : false,
   "full_text" : "@htanaka_docs Thanks for trying it! Does it happen with the preview too?",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1734830943463539227",
   "in_reply_to_status_id" : "1734830943463539227",
   "in_reply_to_user_id_str" : "77120345",
   "in_reply_to_user_id" : "77120345",
   "in_reply_to_screen_name" : "htanaka_docs"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1734103141542004064"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "78"
   ],
   "favorite_count" : "2",
   "id_str" : "1734103141542004064",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1734103141542004064",
   "created_at" : "Mon Dec 11 06:49:41 +0000 2023",
   "favorited" : false,
   "full_text" : "If tested snippets ever confused you, this thread is for you &amp; your team 🧵",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1733513035349231993"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Tomasz Wójcik",
      "screen_name" : "twojcik",
      "indices" : [
       "0",
       "8"
      ],
      "id_str" : "288130457",
      "id" : "288130457"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "30"
   ],
   "favorite_count" : "0",
   "id_str" : "1733513035349231993",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1733513035349231993",
   "created_at" : "Sat Dec 09 15:44:49 +0000 2023",
   "favorited" : false,
   "full_text" : "@twojcik On it. Give us a day.",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1733481730045642357",
   "in_reply_to_status_id" : "1733481730045642357",
   "in_reply_to_user_id_str" : "288130457",
   "in_reply_to_user_id" : "288130457",
   "in_reply_to_screen_name" : "twojcik"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1732444023525738185"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "78"
   ],
   "favorite_count" : "1",
   "id_str" : "1732444023525738185",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1732444023525738185",
   "created_at" : "Wed Dec 06 16:56:57 +0000 2023",
   "favorited" : false,
   "full_text" : "If heading anchors ever confused you, this thread is for you &amp; your team 🧵",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1732120682906518947"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "田中 宏 (Hiroshi Tanaka)",
      "screen_name" : "htanaka_docs",
      "indices" : [
       "0",
       "13"
      ],
      "id_str" : "77120345",
      "id" : "77120345"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "72"
   ],
   "favorite_count" : "1",
   "id_str" : "1732120682906518947",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1732120682906518947",
   "created_at" : "Tue Dec 05 19:32:06 +0000 2023",
   "favorited" : false,
   "full_text" : "@htanaka_docs Thanks for trying it! Does it happen with the preview too?",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1732018307504017233",
   "in_reply_to_status_id" : "1732018307504017233",
   "in_reply_to_user_id_str" : "77120345",
   "in_reply_to_user_id" : "77120345",
   "in_reply_to_screen_name" : "htanaka_docs"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1732054797177062842"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "72"
   ],
   "favorite_count" : "4",
   "id_str" : "1732054797177062842",
   "truncated" : false,
   "retweet_count" : "3",
   "id" : "1732054797177062842",
   "created_at" : "Tue Dec 05 15:10:18 +0000 2023",
   "favorited" : false,
   "full_text" : "If redirects ever confused you, this thread is for you &amp; your team 🧵",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1731697748765311040"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "79",
       "84"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Brandon Castellane",
      "screen_name" : "brandcastellane",
      "indices" : [
       "3",
       "19"
      ],
      "id_str" : "1189900217743204352",
      "id" : "1189900217743204352"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "84"
   ],
   "favorite_count" : "0",
   "id_str" : "1731697748765311040",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1731697748765311040",
   "created_at" : "Mon Dec 04 15:31:31 +0000 2023",
   "favorited" : false,
   "full_text" : "RT @brandcastellane: Thank you to everyone who tested the glossary this week 💚 #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1730128353689603304"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "田中 宏 (Hiroshi Tanaka)",
      "screen_name" : "htanaka_docs",
      "indices" : [
       "0",
       "13"
      ],
      "id_str" : "77120345",
      "id" : "77120345"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "51"
   ],
   "favorite_count" : "2",
   "id_str" : "1730128353689603304",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1730128353689603304",
   "created_at" : "Thu Nov 30 07:35:18 +0000 2023",
   "favorited" : false,
   "full_text" : "@htanaka_docs Yes! Tomasz wrote it up in the forum.",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1730006821596300069",
   "in_reply_to_status_id" : "1730006821596300069",
   "in_reply_to_user_id_str" : "77120345",
   "in_reply_to_user_id" : "77120345",
   "in_reply_to_screen_name" : "htanaka_docs"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1729203941394089431"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "76"
   ],
   "favorite_count" : "1",
   "id_str" : "1729203941394089431",
   "truncated" : false,
   "retweet_count" : "4",
   "id" : "1729203941394089431",
   "created_at" : "Mon Nov 27 18:22:01 +0000 2023",
   "favorited" : false,
   "full_text" : "Office hours today at 15:00 UTC. Bring your questions about heading anchors.",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1728705063544685332"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Docs Fan",
      "screen_name" : "writethedocsfan",
      "indices" : [
       "0",
       "16"
      ],
      "id_str" : "19283746",
      "id" : "19283746"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "54"
   ],
   "favorite_count" : "0",
   "id_str" : "1728705063544685332",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1728705063544685332",
   "created_at" : "Sun Nov 26 09:19:39 +0000 2023",
   "favorited" : false,
   "full_text" : "@writethedocsfan Yes! Tomasz wrote it up in the forum.",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1728602424991550011",
   "in_reply_to_status_id" : "1728602424991550011",
   "in_reply_to_user_id_str" : "19283746",
   "in_reply_to_user_id" : "19283746",
   "in_reply_to_screen_name" : "writethedocsfan"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1728483938655011478"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Kofi Mensah",
      "screen_name" : "kofi_codes",
      "indices" : [
       "0",
       "11"
      ],
      "id_str" : "1598234412201107456",
      "id" : "1598234412201107456"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "70"
   ],
   "favorite_count" : "2",
   "id_str" : "1728483938655011478",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1728483938655011478",
   "created_at" : "Sat Nov 25 18:40:59 +0000 2023",
   "favorited" : false,
   "full_text" : "@kofi_codes Good idea, could you open a topic so it does not get lost?",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1728391954212851435",
   "in_reply_to_status_id" : "1728391954212851435",
   "in_reply_to_user_id_str" : "1598234412201107456",
   "in_reply_to_user_id" : "1598234412201107456",
   "in_reply_to_screen_name" : "kofi_codes"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1728088435031281636"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Fatima-Zahra Benali",
      "screen_name" : "fz_benali",
      "indices" : [
       "3",
       "13"
      ],
      "id_str" : "845120993817600001",
      "id" : "845120993817600001"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "77"
   ],
   "favorite_count" : "0",
   "id_str" : "1728088435031281636",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1728088435031281636",
   "created_at" : "Fri Nov 24 16:29:23 +0000 2023",
   "favorited" : false,
   "full_text" : "RT @fz_benali: Reading the forum over coffee. Today's theme: the PDF export ☕",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1728012209730095508"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "75"
   ],
   "favorite_count" : "2",
   "id_str" : "1728012209730095508",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1728012209730095508",
   "created_at" : "Fri Nov 24 11:26:30 +0000 2023",
   "favorited" : false,
   "full_text" : "If the glossary ever confused you, this thread is for you &amp; your team 🧵",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1727249805131908911"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide01",
      "expanded_url" : "https://hillside.example.org/?p=61",
      "display_url" : "hillside.example.org/?p=61…",
      "indices" : [
       "42",
       "65"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "65"
   ],
   "favorite_count" : "3",
   "id_str" : "1727249805131908911",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1727249805131908911",
   "created_at" : "Wed Nov 22 08:56:58 +0000 2023",
   "favorited" : false,
   "full_text" : "New on the blog: the translation workflow https://t.co/h1ll5ide01",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1725459557888559298"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Brandon Castellane",
      "screen_name" : "brandcastellane",
      "indices" : [
       "0",
       "16"
      ],
      "id_str" : "1189900217743204352",
      "id" : "1189900217743204352"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "54"
   ],
   "favorite_count" : "2",
   "id_str" : "1725459557888559298",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1725459557888559298",
   "created_at" : "Fri Nov 17 10:23:10 +0000 2023",
   "favorited" : false,
   "full_text" : "@brandcastellane Yes! Tomasz wrote it up in the forum.",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1725324869345742185",
   "in_reply_to_status_id" : "1725324869345742185",
   "in_reply_to_user_id_str" : "1189900217743204352",
   "in_reply_to_user_id" : "1189900217743204352",
   "in_reply_to_screen_name" : "brandcastellane"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1724824010799189710"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "62",
       "67"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Fatima-Zahra Benali",
      "screen_name" : "fz_benali",
      "indices" : [
       "3",
       "13"
      ],
      "id_str" : "845120993817600001",
      "id" : "845120993817600001"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "67"
   ],
   "favorite_count" : "0",
   "id_str" : "1724824010799189710",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1724824010799189710",
   "created_at" : "Wed Nov 15 16:17:44 +0000 2023",
   "favorited" : false,
   "full_text" : "RT @fz_benali: Hot take: tested snippets is a people problem. #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1724069873681698551"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "78"
   ],
   "favorite_count" : "1",
   "id_str" : "1724069873681698551",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1724069873681698551",
   "created_at" : "Mon Nov 13 14:21:04 +0000 2023",
   "favorited" : false,
   "full_text" : "If tested snippets ever confused you, this thread is for you &amp; your team 🧵",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1723265803958094300"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Javi Ortega",
      "screen_name" : "javi_escribe",
      "indices" : [
       "0",
       "13"
      ],
      "id_str" : "55012388",
      "id" : "55012388"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "51"
   ],
   "favorite_count" : "0",
   "id_str" : "1723265803958094300",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1723265803958094300",
   "created_at" : "Sat Nov 11 09:05:59 +0000 2023",
   "favorited" : false,
   "full_text" : "@javi_escribe Yes! Tomasz wrote it up in the forum.",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1723101525112259995",
   "in_reply_to_status_id" : "1723101525112259995",
   "in_reply_to_user_id_str" : "55012388",
   "in_reply_to_user_id" : "55012388",
   "in_reply_to_screen_name" : "javi_escribe"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1723013223164151726"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "75",
       "80"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "田中 宏 (Hiroshi Tanaka)",
      "screen_name" : "htanaka_docs",
      "indices" : [
       "3",
       "16"
      ],
      "id_str" : "77120345",
      "id" : "77120345"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "80"
   ],
   "favorite_count" : "0",
   "id_str" : "1723013223164151726",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1723013223164151726",
   "created_at" : "Fri Nov 10 16:22:19 +0000 2023",
   "favorited" : false,
   "full_text" : "RT @htanaka_docs: Thank you to everyone who tested wide tables this week 💚 #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1722545213211149342"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Arjun Venkataraman",
      "screen_name" : "arjun_v",
      "indices" : [
       "0",
       "8"
      ],
      "id_str" : "301984426",
      "id" : "301984426"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "46"
   ],
   "favorite_count" : "2",
   "id_str" : "1722545213211149342",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1722545213211149342",
   "created_at" : "Thu Nov 09 09:22:36 +0000 2023",
   "favorited" : false,
   "full_text" : "@arjun_v Yes! Tomasz wrote it up in the forum.",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1722393674169452515",
   "in_reply_to_status_id" : "1722393674169452515",
   "in_reply_to_user_id_str" : "301984426",
   "in_reply_to_user_id" : "301984426",
   "in_reply_to_screen_name" : "arjun_v"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1722370054156191998"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "59"
   ],
   "favorite_count" : "1",
   "id_str" : "1722370054156191998",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1722370054156191998",
   "created_at" : "Wed Nov 08 21:46:35 +0000 2023",
   "favorited" : false,
   "full_text" : "Reading the forum over coffee. Today's theme: the sidebar ☕",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1722331854226329271"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Fatima-Zahra Benali",
      "screen_name" : "fz_benali",
      "indices" : [
       "0",
       "10"
      ],
      "id_str" : "845120993817600001",
      "id" : "845120993817600001"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "69"
   ],
   "favorite_count" : "0",
   "id_str" : "1722331854226329271",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1722331854226329271",
   "created_at" : "Wed Nov 08 19:14:48 +0000 2023",
   "favorited" : false,
   "full_text" : "@fz_benali Thanks for trying it! Does it happen with the preview too?",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1722226797505938323",
   "in_reply_to_status_id" : "1722226797505938323",
   "in_reply_to_user_id_str" : "845120993817600001",
   "in_reply_to_user_id" : "845120993817600001",
   "in_reply_to_screen_name" : "fz_benali"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1722171846800969670"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide01",
      "expanded_url" : "https://hillside.example.org/?p=57",
      "display_url" : "hillside.example.org/?p=57…",
      "indices" : [
       "32",
       "55"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "55"
   ],
   "favorite_count" : "3",
   "id_str" : "1722171846800969670",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1722171846800969670",
   "created_at" : "Wed Nov 08 08:38:59 +0000 2023",
   "favorited" : false,
   "full_text" : "New on the blog: offline builds https://t.co/h1ll5ide01",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1720387544312448665"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Siobhán Ní Bhriain",
      "screen_name" : "siobhandocs",
      "indices" : [
       "0",
       "12"
      ],
      "id_str" : "40211937",
      "id" : "40211937"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "71"
   ],
   "favorite_count" : "1",
   "id_str" : "1720387544312448665",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1720387544312448665",
   "created_at" : "Fri Nov 03 10:28:48 +0000 2023",
   "favorited" : false,
   "full_text" : "@siobhandocs Thanks for trying it! Does it happen with the preview too?",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1720331995327760997",
   "in_reply_to_status_id" : "1720331995327760997",
   "in_reply_to_user_id_str" : "40211937",
   "in_reply_to_user_id" : "40211937",
   "in_reply_to_screen_name" : "siobhandocs"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1719836458912582092"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Docs Fan",
      "screen_name" : "writethedocsfan",
      "indices" : [
       "0",
       "16"
      ],
      "id_str" : "19283746",
      "id" : "19283746"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "75"
   ],
   "favorite_count" : "0",
   "id_str" : "1719836458912582092",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1719836458912582092",
   "created_at" : "Wed Nov 01 21:58:59 +0000 2023",
   "favorited" : false,
   "full_text" : "@writethedocsfan Thanks for trying it! Does it happen with the preview too?",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1719676792043735343",
   "in_reply_to_status_id" : "1719676792043735343",
   "in_reply_to_user_id_str" : "19283746",
   "in_reply_to_user_id" : "19283746",
   "in_reply_to_screen_name" : "writethedocsfan"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1718554729241382263"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "82"
   ],
   "favorite_count" : "2",
   "id_str" : "1718554729241382263",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1718554729241382263",
   "created_at" : "Sun Oct 29 09:05:51 +0000 2023",
   "favorited" : false,
   "full_text" : "Office hours today at 15:00 UTC. Bring your questions about pull request previews.",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1717886076791555150"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "56",
       "61"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "61"
   ],
   "favorite_count" : "1",
   "id_str" : "1717886076791555150",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1717886076791555150",
   "created_at" : "Fri Oct 27 12:48:52 +0000 2023",
   "favorited" : false,
   "full_text" : "Hot take: the translation workflow is a people problem. #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1717102273240239095"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Adaeze Okonkwo",
      "screen_name" : "adaezewrites",
      "indices" : [
       "3",
       "16"
      ],
      "id_str" : "912204876155228160",
      "id" : "912204876155228160"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "80"
   ],
   "favorite_count" : "0",
   "id_str" : "1717102273240239095",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1717102273240239095",
   "created_at" : "Wed Oct 25 08:54:18 +0000 2023",
   "favorited" : false,
   "full_text" : "RT @adaezewrites: Reading the forum over coffee. Today's theme: page templates ☕",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1714202446324042188"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide01",
      "expanded_url" : "https://hillside.example.org/?p=54",
      "display_url" : "hillside.example.org/?p=54…",
      "indices" : [
       "32",
       "55"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "55"
   ],
   "favorite_count" : "2",
   "id_str" : "1714202446324042188",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1714202446324042188",
   "created_at" : "Tue Oct 17 08:51:26 +0000 2023",
   "favorited" : false,
   "full_text" : "New on the blog: offline builds https://t.co/h1ll5ide01",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1713978323392006691"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "62"
   ],
   "favorite_count" : "3",
   "id_str" : "1713978323392006691",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1713978323392006691",
   "created_at" : "Mon Oct 16 18:00:51 +0000 2023",
   "favorited" : false,
   "full_text" : "Reading the forum over coffee. Today's theme: page templates ☕",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1712817457141385634"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "61",
       "66"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide02",
      "expanded_url" : "https://twitter.com/siobhandocs/status/1712452585169881075",
      "display_url" : "twitter.com/siobhandocs/st…",
      "indices" : [
       "67",
       "90"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "90"
   ],
   "favorite_count" : "1",
   "id_str" : "1712817457141385634",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1712817457141385634",
   "created_at" : "Fri Oct 13 13:07:59 +0000 2023",
   "favorited" : false,
   "full_text" : "Thank you to everyone who tested tested snippets this week 💚 #docs https://t.co/h1ll5ide02",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1711677682426580442"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Arjun Venkataraman",
      "screen_name" : "arjun_v",
      "indices" : [
       "0",
       "8"
      ],
      "id_str" : "301984426",
      "id" : "301984426"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "67"
   ],
   "favorite_count" : "0",
   "id_str" : "1711677682426580442",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1711677682426580442",
   "created_at" : "Tue Oct 10 09:38:55 +0000 2023",
   "favorited" : false,
   "full_text" : "@arjun_v Thanks for trying it! Does it happen with the preview too?",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1711634064026374142",
   "in_reply_to_status_id" : "1711634064026374142",
   "in_reply_to_user_id_str" : "301984426",
   "in_reply_to_user_id" : "301984426",
   "in_reply_to_screen_name" : "arjun_v"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1710321684294142178"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Tomasz Wójcik",
      "screen_name" : "twojcik",
      "indices" : [
       "0",
       "8"
      ],
      "id_str" : "288130457",
      "id" : "288130457"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "67"
   ],
   "favorite_count" : "2",
   "id_str" : "1710321684294142178",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1710321684294142178",
   "created_at" : "Fri Oct 06 15:50:40 +0000 2023",
   "favorited" : false,
   "full_text" : "@twojcik Thanks for trying it! Does it happen with the preview too?",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1710300794403685105",
   "in_reply_to_status_id" : "1710300794403685105",
   "in_reply_to_user_id_str" : "288130457",
   "in_reply_to_user_id" : "288130457",
   "in_reply_to_screen_name" : "twojcik"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1708818742730818154"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Tomasz Wójcik",
      "screen_name" : "twojcik",
      "indices" : [
       "3",
       "11"
      ],
      "id_str" : "288130457",
      "id" : "288130457"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "89"
   ],
   "favorite_count" : "0",
   "id_str" : "1708818742730818154",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1708818742730818154",
   "created_at" : "Mon Oct 02 12:18:31 +0000 2023",
   "favorited" : false,
   "full_text" : "RT @twojcik: Office hours today at 15:00 UTC. Bring your questions about versioned pages.",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1705677999002616170"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Fatima-Zahra Benali",
      "screen_name" : "fz_benali",
      "indices" : [
       "3",
       "13"
      ],
      "id_str" : "845120993817600001",
      "id" : "845120993817600001"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "88"
   ],
   "favorite_count" : "0",
   "id_str" : "1705677999002616170",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1705677999002616170",
   "created_at" : "Sat Sep 23 20:18:19 +0000 2023",
   "favorited" : false,
   "full_text" : "RT @fz_benali: Office hours today at 15:00 UTC. Bring your questions about the glossary.",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1704961850577259624"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "65",
       "70"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "70"
   ],
   "favorite_count" : "5",
   "id_str" : "1704961850577259624",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1704961850577259624",
   "created_at" : "Thu Sep 21 20:52:36 +0000 2023",
   "favorited" : false,
   "full_text" : "Thank you to everyone who tested keyboard navigation this week 💚 #docs",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1704428745114258358",
   "in_reply_to_status_id" : "1704428745114258358",
   "in_reply_to_user_id_str" : "1503481122847719424",
   "in_reply_to_user_id" : "1503481122847719424",
   "in_reply_to_screen_name" : "mira_hillside"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1704428745114258358"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide01",
      "expanded_url" : "https://hillside.example.org/?p=48",
      "display_url" : "hillside.example.org/?p=48…",
      "indices" : [
       "32",
       "55"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "55"
   ],
   "favorite_count" : "1",
   "id_str" : "1704428745114258358",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1704428745114258358",
   "created_at" : "Wed Sep 20 09:34:14 +0000 2023",
   "favorited" : false,
   "full_text" : "New on the blog: the PDF export https://t.co/h1ll5ide01",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1703767694995623165"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "64"
   ],
   "favorite_count" : "4",
   "id_str" : "1703767694995623165",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1703767694995623165",
   "created_at" : "Mon Sep 18 13:47:27 +0000 2023",
   "favorited" : false,
   "full_text" : "Reading the forum over coffee. Today's theme: the search index ☕",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1701927779617997357"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "60",
       "65"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "65"
   ],
   "favorite_count" : "1",
   "id_str" : "1701927779617997357",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1701927779617997357",
   "created_at" : "Wed Sep 13 11:56:17 +0000 2023",
   "favorited" : false,
   "full_text" : "Thank you to everyone who tested page templates this week 💚 #docs",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1701561137553739444",
   "in_reply_to_status_id" : "1701561137553739444",
   "in_reply_to_user_id_str" : "1503481122847719424",
   "in_reply_to_user_id" : "1503481122847719424",
   "in_reply_to_screen_name" : "mira_hillside"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1701561137553739444"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide01",
      "expanded_url" : "https://hillside.example.org/?p=47",
      "display_url" : "hillside.example.org/?p=47…",
      "indices" : [
       "34",
       "57"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "57"
   ],
   "favorite_count" : "2",
   "id_str" : "1701561137553739444",
   "truncated" : false,
   "retweet_count" : "4",
   "id" : "1701561137553739444",
   "created_at" : "Tue Sep 12 11:39:23 +0000 2023",
   "favorited" : false,
   "full_text" : "New on the blog: the prose linter https://t.co/h1ll5ide01",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1701332916170132383"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "78",
       "83"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Tomasz Wójcik",
      "screen_name" : "twojcik",
      "indices" : [
       "3",
       "11"
      ],
      "id_str" : "288130457",
      "id" : "288130457"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "83"
   ],
   "favorite_count" : "0",
   "id_str" : "1701332916170132383",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1701332916170132383",
   "created_at" : "Mon Sep 11 20:32:31 +0000 2023",
   "favorited" : false,
   "full_text" : "RT @twojcik: Thank you to everyone who tested keyboard navigation this week 💚 #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1701124280583982930"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Nguyễn Thùy Linh",
      "screen_name" : "thuylinh_dev",
      "indices" : [
       "0",
       "13"
      ],
      "id_str" : "1720011983776260096",
      "id" : "1720011983776260096"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "34"
   ],
   "favorite_count" : "0",
   "id_str" : "1701124280583982930",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1701124280583982930",
   "created_at" : "Mon Sep 11 06:43:28 +0000 2023",
   "favorited" : false,
   "full_text" : "@thuylinh_dev So glad it helped ❤️",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1700972726136606074",
   "in_reply_to_status_id" : "1700972726136606074",
   "in_reply_to_user_id_str" : "1720011983776260096",
   "in_reply_to_user_id" : "1720011983776260096",
   "in_reply_to_screen_name" : "thuylinh_dev"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1700088550143298648"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Plain Language Weekly",
      "screen_name" : "plainlanguage",
      "indices" : [
       "3",
       "17"
      ],
      "id_str" : "1387712990",
      "id" : "1387712990"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "95"
   ],
   "favorite_count" : "0",
   "id_str" : "1700088550143298648",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1700088550143298648",
   "created_at" : "Fri Sep 08 10:07:51 +0000 2023",
   "favorited" : false,
   "full_text" : "RT @plainlanguage: Office hours today at 15:00 UTC. Bring your questions about versioned pages.",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1699870766566211687"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Plain Language Weekly",
      "screen_name" : "plainlanguage",
      "indices" : [
       "0",
       "14"
      ],
      "id_str" : "1387712990",
      "id" : "1387712990"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "36"
   ],
   "favorite_count" : "1",
   "id_str" : "1699870766566211687",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1699870766566211687",
   "created_at" : "Thu Sep 07 19:42:27 +0000 2023",
   "favorited" : false,
   "full_text" : "@plainlanguage On it. Give us a day.",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1699739785167373130",
   "in_reply_to_status_id" : "1699739785167373130",
   "in_reply_to_user_id_str" : "1387712990",
   "in_reply_to_user_id" : "1387712990",
   "in_reply_to_screen_name" : "plainlanguage"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1699514599709083624"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "78"
   ],
   "favorite_count" : "0",
   "id_str" : "1699514599709083624",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1699514599709083624",
   "created_at" : "Wed Sep 06 20:07:10 +0000 2023",
   "favorited" : false,
   "full_text" : "If heading anchors ever confused you, this thread is for you &amp; your team 🧵",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1698796174904920231"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "67",
       "72"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Docs Fan",
      "screen_name" : "writethedocsfan",
      "indices" : [
       "3",
       "19"
      ],
      "id_str" : "19283746",
      "id" : "19283746"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "72"
   ],
   "favorite_count" : "0",
   "id_str" : "1698796174904920231",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1698796174904920231",
   "created_at" : "Mon Sep 04 20:32:24 +0000 2023",
   "favorited" : false,
   "full_text" : "RT @writethedocsfan: Hot take: offline builds is a people problem. #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1698709537885783363"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Fatima-Zahra Benali",
      "screen_name" : "fz_benali",
      "indices" : [
       "0",
       "10"
      ],
      "id_str" : "845120993817600001",
      "id" : "845120993817600001"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "69"
   ],
   "favorite_count" : "2",
   "id_str" : "1698709537885783363",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1698709537885783363",
   "created_at" : "Mon Sep 04 14:48:08 +0000 2023",
   "favorited" : false,
   "full_text" : "@fz_benali Thanks for trying it! Does it happen with the preview too?",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1698595317554875538",
   "in_reply_to_status_id" : "1698595317554875538",
   "in_reply_to_user_id_str" : "845120993817600001",
   "in_reply_to_user_id" : "845120993817600001",
   "in_reply_to_screen_name" : "fz_benali"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1696835494425397532"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "48",
       "53"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "53"
   ],
   "favorite_count" : "1",
   "id_str" : "1696835494425397532",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1696835494425397532",
   "created_at" : "Wed Aug 30 10:41:22 +0000 2023",
   "favorited" : false,
   "full_text" : "Hot take: the prose linter is a people problem. #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1696190799697412522"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "76"
   ],
   "favorite_count" : "4",
   "id_str" : "1696190799697412522",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1696190799697412522",
   "created_at" : "Mon Aug 28 15:59:35 +0000 2023",
   "favorited" : false,
   "full_text" : "Office hours today at 15:00 UTC. Bring your questions about heading anchors.",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1696155244498521472"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "74"
   ],
   "favorite_count" : "6",
   "id_str" : "1696155244498521472",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1696155244498521472",
   "created_at" : "Mon Aug 28 13:38:17 +0000 2023",
   "favorited" : false,
   "full_text" : "If the sidebar ever confused you, this thread is for you &amp; your team 🧵",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1696146419309611922"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "47",
       "52"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "52"
   ],
   "favorite_count" : "1",
   "id_str" : "1696146419309611922",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1696146419309611922",
   "created_at" : "Mon Aug 28 13:03:13 +0000 2023",
   "favorited" : false,
   "full_text" : "Hot take: tested snippets is a people problem. #docs",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1691877538965488914",
   "in_reply_to_status_id" : "1691877538965488914",
   "in_reply_to_user_id_str" : "1503481122847719424",
   "in_reply_to_user_id" : "1503481122847719424",
   "in_reply_to_screen_name" : "mira_hillside"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1691877538965488914"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Plain Language Weekly",
      "screen_name" : "plainlanguage",
      "indices" : [
       "0",
       "14"
      ],
      "id_str" : "1387712990",
      "id" : "1387712990"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "73"
   ],
   "favorite_count" : "0",
   "id_str" : "1691877538965488914",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1691877538965488914",
   "created_at" : "Wed Aug 16 18:20:13 +0000 2023",
   "favorited" : false,
   "full_text" : "@plainlanguage Good idea, could you open a topic so it does not get lost?",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1691838184993852161",
   "in_reply_to_status_id" : "1691838184993852161",
   "in_reply_to_user_id_str" : "1387712990",
   "in_reply_to_user_id" : "1387712990",
   "in_reply_to_screen_name" : "plainlanguage"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1691764433346364856"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide01",
      "expanded_url" : "https://hillside.example.org/?p=41",
      "display_url" : "hillside.example.org/?p=41…",
      "indices" : [
       "42",
       "65"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "65"
   ],
   "favorite_count" : "2",
   "id_str" : "1691764433346364856",
   "truncated" : false,
   "retweet_count" : "3",
   "id" : "1691764433346364856",
   "created_at" : "Wed Aug 16 10:50:47 +0000 2023",
   "favorited" : false,
   "full_text" : "New on the blog: the translation workflow https://t.co/h1ll5ide01",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1689658597560027553"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "43",
       "48"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "48"
   ],
   "favorite_count" : "4",
   "id_str" : "1689658597560027553",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1689658597560027553",
   "created_at" : "Thu Aug 10 15:22:56 +0000 2023",
   "favorited" : false,
   "full_text" : "Hot take: image sizes is a people problem. #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1688888972987598093"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "78"
   ],
   "favorite_count" : "2",
   "id_str" : "1688888972987598093",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1688888972987598093",
   "created_at" : "Tue Aug 08 12:24:43 +0000 2023",
   "favorited" : false,
   "full_text" : "If tested snippets ever confused you, this thread is for you &amp; your team 🧵",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1688840028089745742"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "51",
       "56"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide02",
      "expanded_url" : "https://twitter.com/htanaka_docs/status/1688764863796479841",
      "display_url" : "twitter.com/htanaka_docs/s…",
      "indices" : [
       "57",
       "80"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "80"
   ],
   "favorite_count" : "1",
   "id_str" : "1688840028089745742",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1688840028089745742",
   "created_at" : "Tue Aug 08 09:10:14 +0000 2023",
   "favorited" : false,
   "full_text" : "Hot take: keyboard navigation is a people problem. #docs https://t.co/h1ll5ide02",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1688668937761327174"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "75"
   ],
   "favorite_count" : "5",
   "id_str" : "1688668937761327174",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1688668937761327174",
   "created_at" : "Mon Aug 07 21:50:23 +0000 2023",
   "favorited" : false,
   "full_text" : "Office hours today at 15:00 UTC. Bring your questions about page templates.",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1687130443566025991"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Siobhán Ní Bhriain",
      "screen_name" : "siobhandocs",
      "indices" : [
       "0",
       "12"
      ],
      "id_str" : "40211937",
      "id" : "40211937"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "34"
   ],
   "favorite_count" : "0",
   "id_str" : "1687130443566025991",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1687130443566025991",
   "created_at" : "Thu Aug 03 15:56:57 +0000 2023",
   "favorited" : false,
   "full_text" : "@siobhandocs On it. Give us a day.",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1687113108503397296",
   "in_reply_to_status_id" : "1687113108503397296",
   "in_reply_to_user_id_str" : "40211937",
   "in_reply_to_user_id" : "40211937",
   "in_reply_to_screen_name" : "siobhandocs"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1686774382745094511"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "83",
       "88"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Docs Fan",
      "screen_name" : "writethedocsfan",
      "indices" : [
       "3",
       "19"
      ],
      "id_str" : "19283746",
      "id" : "19283746"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "88"
   ],
   "favorite_count" : "0",
   "id_str" : "1686774382745094511",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1686774382745094511",
   "created_at" : "Wed Aug 02 16:22:06 +0000 2023",
   "favorited" : false,
   "full_text" : "RT @writethedocsfan: Thank you to everyone who tested the search index this week 💚 #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1685932079667217159"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Brandon Castellane",
      "screen_name" : "brandcastellane",
      "indices" : [
       "3",
       "19"
      ],
      "id_str" : "1189900217743204352",
      "id" : "1189900217743204352"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "103"
   ],
   "favorite_count" : "0",
   "id_str" : "1685932079667217159",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1685932079667217159",
   "created_at" : "Mon Jul 31 08:35:05 +0000 2023",
   "favorited" : false,
   "full_text" : "RT @brandcastellane: Office hours today at 15:00 UTC. Bring your questions about pull request previews.",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1684883378769233355"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide02",
      "expanded_url" : "https://twitter.com/apidesignbits/status/1684709795988243239",
      "display_url" : "twitter.com/apidesignbits/…",
      "indices" : [
       "71",
       "94"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "94"
   ],
   "favorite_count" : "3",
   "id_str" : "1684883378769233355",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1684883378769233355",
   "created_at" : "Fri Jul 28 11:07:55 +0000 2023",
   "favorited" : false,
   "full_text" : "Office hours today at 15:00 UTC. Bring your questions about redirects. https://t.co/h1ll5ide02",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1683929317664359055"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "82"
   ],
   "favorite_count" : "0",
   "id_str" : "1683929317664359055",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1683929317664359055",
   "created_at" : "Tue Jul 25 19:56:49 +0000 2023",
   "favorited" : false,
   "full_text" : "If keyboard navigation ever confused you, this thread is for you &amp; your team 🧵",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1683863813071309495",
   "in_reply_to_status_id" : "1683863813071309495",
   "in_reply_to_user_id_str" : "1503481122847719424",
   "in_reply_to_user_id" : "1503481122847719424",
   "in_reply_to_screen_name" : "mira_hillside"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1683863813071309495"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "64"
   ],
   "favorite_count" : "4",
   "id_str" : "1683863813071309495",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1683863813071309495",
   "created_at" : "Tue Jul 25 15:36:32 +0000 2023",
   "favorited" : false,
   "full_text" : "Reading the forum over coffee. Today's theme: the search index ☕",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1683416734314266744"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide01",
      "expanded_url" : "https://hillside.example.org/?p=37",
      "display_url" : "hillside.example.org/?p=37…",
      "indices" : [
       "33",
       "56"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "56"
   ],
   "favorite_count" : "2",
   "id_str" : "1683416734314266744",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1683416734314266744",
   "created_at" : "Mon Jul 24 10:00:00 +0000 2023",
   "favorited" : false,
   "full_text" : "New on the blog: the change feed https://t.co/h1ll5ide01",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1681211133777676965"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "59",
       "64"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Tomasz Wójcik",
      "screen_name" : "twojcik",
      "indices" : [
       "3",
       "11"
      ],
      "id_str" : "288130457",
      "id" : "288130457"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "64"
   ],
   "favorite_count" : "0",
   "id_str" : "1681211133777676965",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1681211133777676965",
   "created_at" : "Tue Jul 18 07:55:44 +0000 2023",
   "favorited" : false,
   "full_text" : "RT @twojcik: Hot take: the PDF export is a people problem. #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1681210421043791361"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "60",
       "65"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Siobhán Ní Bhriain",
      "screen_name" : "siobhandocs",
      "indices" : [
       "3",
       "15"
      ],
      "id_str" : "40211937",
      "id" : "40211937"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "65"
   ],
   "favorite_count" : "0",
   "id_str" : "1681210421043791361",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1681210421043791361",
   "created_at" : "Tue Jul 18 07:52:54 +0000 2023",
   "favorited" : false,
   "full_text" : "RT @siobhandocs: Hot take: image sizes is a people problem. #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1679580363447337956"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "65",
       "70"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "70"
   ],
   "favorite_count" : "1",
   "id_str" : "1679580363447337956",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1679580363447337956",
   "created_at" : "Thu Jul 13 19:55:38 +0000 2023",
   "favorited" : false,
   "full_text" : "Thank you to everyone who tested keyboard navigation this week 💚 #docs",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1679077360810328176",
   "in_reply_to_status_id" : "1679077360810328176",
   "in_reply_to_user_id_str" : "1503481122847719424",
   "in_reply_to_user_id" : "1503481122847719424",
   "in_reply_to_screen_name" : "mira_hillside"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1679077360810328176"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "43",
       "48"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "48"
   ],
   "favorite_count" : "3",
   "id_str" : "1679077360810328176",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1679077360810328176",
   "created_at" : "Wed Jul 12 10:36:53 +0000 2023",
   "favorited" : false,
   "full_text" : "Hot take: the sidebar is a people problem. #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1677664942037141154"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Javi Ortega",
      "screen_name" : "javi_escribe",
      "indices" : [
       "0",
       "13"
      ],
      "id_str" : "55012388",
      "id" : "55012388"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "34"
   ],
   "favorite_count" : "0",
   "id_str" : "1677664942037141154",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1677664942037141154",
   "created_at" : "Sat Jul 08 13:04:26 +0000 2023",
   "favorited" : false,
   "full_text" : "@javi_escribe So glad it helped ❤️",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1677547030890677165",
   "in_reply_to_status_id" : "1677547030890677165",
   "in_reply_to_user_id_str" : "55012388",
   "in_reply_to_user_id" : "55012388",
   "in_reply_to_screen_name" : "javi_escribe"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1676926707275137089"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide01",
      "expanded_url" : "https://hillside.example.org/?p=34",
      "display_url" : "hillside.example.org/?p=34…",
      "indices" : [
       "42",
       "65"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "65"
   ],
   "favorite_count" : "2",
   "id_str" : "1676926707275137089",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1676926707275137089",
   "created_at" : "Thu Jul 06 12:10:57 +0000 2023",
   "favorited" : false,
   "full_text" : "New on the blog: the translation workflow https://t.co/h1ll5ide01",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1676589233772433275"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Siobhán Ní Bhriain",
      "screen_name" : "siobhandocs",
      "indices" : [
       "3",
       "15"
      ],
      "id_str" : "40211937",
      "id" : "40211937"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "80"
   ],
   "favorite_count" : "0",
   "id_str" : "1676589233772433275",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1676589233772433275",
   "created_at" : "Wed Jul 05 13:49:57 +0000 2023",
   "favorited" : false,
   "full_text" : "RT @siobhandocs: Reading the forum over coffee. Today's theme: versioned pages ☕",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1674866604376064597"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "76"
   ],
   "favorite_count" : "2",
   "id_str" : "1674866604376064597",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1674866604376064597",
   "created_at" : "Fri Jun 30 19:44:50 +0000 2023",
   "favorited" : false,
   "full_text" : "Office hours today at 15:00 UTC. Bring your questions about tested snippets.",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1674343956990657528"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Nguyễn Thùy Linh",
      "screen_name" : "thuylinh_dev",
      "indices" : [
       "0",
       "13"
      ],
      "id_str" : "1720011983776260096",
      "id" : "1720011983776260096"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "51"
   ],
   "favorite_count" : "1",
   "id_str" : "1674343956990657528",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1674343956990657528",
   "created_at" : "Thu Jun 29 09:08:01 +0000 2023",
   "favorited" : false,
   "full_text" : "@thuylinh_dev Yes! Tomasz wrote it up in the forum.",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1674222865508992432",
   "in_reply_to_status_id" : "1674222865508992432",
   "in_reply_to_user_id_str" : "1720011983776260096",
   "in_reply_to_user_id" : "1720011983776260096",
   "in_reply_to_screen_name" : "thuylinh_dev"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1674026472857142944"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "63"
   ],
   "favorite_count" : "0",
   "id_str" : "1674026472857142944",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1674026472857142944",
   "created_at" : "Wed Jun 28 12:06:27 +0000 2023",
   "favorited" : false,
   "full_text" : "Reading the forum over coffee. Today's theme: versioned pages ☕",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1671412997966267635"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "77"
   ],
   "favorite_count" : "5",
   "id_str" : "1671412997966267635",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1671412997966267635",
   "created_at" : "Wed Jun 21 07:01:26 +0000 2023",
   "favorited" : false,
   "full_text" : "Office hours today at 15:00 UTC. Bring your questions about the prose linter.",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1669299305166405683"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "46",
       "51"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "51"
   ],
   "favorite_count" : "2",
   "id_str" : "1669299305166405683",
   "truncated" : false,
   "retweet_count" : "2",
   "id" : "1669299305166405683",
   "created_at" : "Thu Jun 15 11:02:23 +0000 2023",
   "favorited" : false,
   "full_text" : "Hot take: offline builds is a people problem. #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1669093824728665426"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Kofi Mensah",
      "screen_name" : "kofi_codes",
      "indices" : [
       "0",
       "11"
      ],
      "id_str" : "1598234412201107456",
      "id" : "1598234412201107456"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "70"
   ],
   "favorite_count" : "0",
   "id_str" : "1669093824728665426",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1669093824728665426",
   "created_at" : "Wed Jun 14 21:25:52 +0000 2023",
   "favorited" : false,
   "full_text" : "@kofi_codes Thanks for trying it! Does it happen with the preview too?",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1668990808985962977",
   "in_reply_to_status_id" : "1668990808985962977",
   "in_reply_to_user_id_str" : "1598234412201107456",
   "in_reply_to_user_id" : "1598234412201107456",
   "in_reply_to_screen_name" : "kofi_codes"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1668616823840444336"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "61",
       "66"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "66"
   ],
   "favorite_count" : "3",
   "id_str" : "1668616823840444336",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1668616823840444336",
   "created_at" : "Tue Jun 13 13:50:26 +0000 2023",
   "favorited" : false,
   "full_text" : "Thank you to everyone who tested heading anchors this week 💚 #docs",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1668594634193895611",
   "in_reply_to_status_id" : "1668594634193895611",
   "in_reply_to_user_id_str" : "1503481122847719424",
   "in_reply_to_user_id" : "1503481122847719424",
   "in_reply_to_screen_name" : "mira_hillside"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1668594634193895611"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "田中 宏 (Hiroshi Tanaka)",
      "screen_name" : "htanaka_docs",
      "indices" : [
       "0",
       "13"
      ],
      "id_str" : "77120345",
      "id" : "77120345"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "35"
   ],
   "favorite_count" : "1",
   "id_str" : "1668594634193895611",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1668594634193895611",
   "created_at" : "Tue Jun 13 12:22:16 +0000 2023",
   "favorited" : false,
   "full_text" : "@htanaka_docs On it. Give us a day.",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1668585304627351058",
   "in_reply_to_status_id" : "1668585304627351058",
   "in_reply_to_user_id_str" : "77120345",
   "in_reply_to_user_id" : "77120345",
   "in_reply_to_screen_name" : "htanaka_docs"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1668359624769670348"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "63"
   ],
   "favorite_count" : "2",
   "id_str" : "1668359624769670348",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1668359624769670348",
   "created_at" : "Mon Jun 12 20:48:25 +0000 2023",
   "favorited" : false,
   "full_text" : "Reading the forum over coffee. Today's theme: heading anchors ☕",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1668284627212569304"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Kofi Mensah",
      "screen_name" : "kofi_codes",
      "indices" : [
       "0",
       "11"
      ],
      "id_str" : "1598234412201107456",
      "id" : "1598234412201107456"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "32"
   ],
   "favorite_count" : "1",
   "id_str" : "1668284627212569304",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1668284627212569304",
   "created_at" : "Mon Jun 12 15:50:25 +0000 2023",
   "favorited" : false,
   "full_text" : "@kofi_codes So glad it helped ❤️",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1668197906730975681",
   "in_reply_to_status_id" : "1668197906730975681",
   "in_reply_to_user_id_str" : "1598234412201107456",
   "in_reply_to_user_id" : "1598234412201107456",
   "in_reply_to_screen_name" : "kofi_codes"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1667175057530553506"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "47",
       "52"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "52"
   ],
   "favorite_count" : "3",
   "id_str" : "1667175057530553506",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1667175057530553506",
   "created_at" : "Fri Jun 09 14:21:22 +0000 2023",
   "favorited" : false,
   "full_text" : "Hot take: heading anchors is a people problem. #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1666826473446575114"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Kofi Mensah",
      "screen_name" : "kofi_codes",
      "indices" : [
       "0",
       "11"
      ],
      "id_str" : "1598234412201107456",
      "id" : "1598234412201107456"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "70"
   ],
   "favorite_count" : "1",
   "id_str" : "1666826473446575114",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1666826473446575114",
   "created_at" : "Thu Jun 08 15:16:14 +0000 2023",
   "favorited" : false,
   "full_text" : "@kofi_codes Good idea, could you open a topic so it does not get lost?",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1666791372922817265",
   "in_reply_to_status_id" : "1666791372922817265",
   "in_reply_to_user_id_str" : "1598234412201107456",
   "in_reply_to_user_id" : "1598234412201107456",
   "in_reply_to_screen_name" : "kofi_codes"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1666774504828832974"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide01",
      "expanded_url" : "https://hillside.example.org/?p=30",
      "display_url" : "hillside.example.org/?p=30…",
      "indices" : [
       "32",
       "55"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "55"
   ],
   "favorite_count" : "6",
   "id_str" : "1666774504828832974",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1666774504828832974",
   "created_at" : "Thu Jun 08 11:49:43 +0000 2023",
   "favorited" : false,
   "full_text" : "New on the blog: offline builds https://t.co/h1ll5ide01",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1666535283002182705"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "62",
       "67"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "67"
   ],
   "favorite_count" : "1",
   "id_str" : "1666535283002182705",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1666535283002182705",
   "created_at" : "Wed Jun 07 19:59:08 +0000 2023",
   "favorited" : false,
   "full_text" : "Thank you to everyone who tested diagrams as text this week 💚 #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1663838013576184578"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "田中 宏 (Hiroshi Tanaka)",
      "screen_name" : "htanaka_docs",
      "indices" : [
       "0",
       "13"
      ],
      "id_str" : "77120345",
      "id" : "77120345"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "34"
   ],
   "favorite_count" : "2",
   "id_str" : "1663838013576184578",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1663838013576184578",
   "created_at" : "Wed May 31 09:21:09 +0000 2023",
   "favorited" : false,
   "full_text" : "@htanaka_docs So glad it helped ❤️",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1663747241770221681",
   "in_reply_to_status_id" : "1663747241770221681",
   "in_reply_to_user_id_str" : "77120345",
   "in_reply_to_user_id" : "77120345",
   "in_reply_to_screen_name" : "htanaka_docs"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1662931490519909834"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Nora K.",
      "screen_name" : "opensource_nora",
      "indices" : [
       "0",
       "16"
      ],
      "id_str" : "2244994945",
      "id" : "2244994945"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "75"
   ],
   "favorite_count" : "0",
   "id_str" : "1662931490519909834",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1662931490519909834",
   "created_at" : "Sun May 28 21:18:57 +0000 2023",
   "favorited" : false,
   "full_text" : "@opensource_nora Good idea, could you open a topic so it does not get lost?",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1662885115677638947",
   "in_reply_to_status_id" : "1662885115677638947",
   "in_reply_to_user_id_str" : "2244994945",
   "in_reply_to_user_id" : "2244994945",
   "in_reply_to_screen_name" : "opensource_nora"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1662881745474685941"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "68",
       "73"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Fatima-Zahra Benali",
      "screen_name" : "fz_benali",
      "indices" : [
       "3",
       "13"
      ],
      "id_str" : "845120993817600001",
      "id" : "845120993817600001"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "73"
   ],
   "favorite_count" : "0",
   "id_str" : "1662881745474685941",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1662881745474685941",
   "created_at" : "Sun May 28 18:01:17 +0000 2023",
   "favorited" : false,
   "full_text" : "RT @fz_benali: Hot take: pull request previews is a people problem. #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1661294595360686391"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Nguyễn Thùy Linh",
      "screen_name" : "thuylinh_dev",
      "indices" : [
       "3",
       "16"
      ],
      "id_str" : "1720011983776260096",
      "id" : "1720011983776260096"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "93"
   ],
   "favorite_count" : "0",
   "id_str" : "1661294595360686391",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1661294595360686391",
   "created_at" : "Wed May 24 08:54:31 +0000 2023",
   "favorited" : false,
   "full_text" : "RT @thuylinh_dev: Office hours today at 15:00 UTC. Bring your questions about the PDF export.",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1661075033373543512"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "79"
   ],
   "favorite_count" : "3",
   "id_str" : "1661075033373543512",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1661075033373543512",
   "created_at" : "Tue May 23 18:22:03 +0000 2023",
   "favorited" : false,
   "full_text" : "If the search index ever confused you, this thread is for you &amp; your team 🧵",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1658801094794414833"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide01",
      "expanded_url" : "https://hillside.example.org/?p=24",
      "display_url" : "hillside.example.org/?p=24…",
      "indices" : [
       "34",
       "57"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "57"
   ],
   "favorite_count" : "6",
   "id_str" : "1658801094794414833",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1658801094794414833",
   "created_at" : "Wed May 17 11:46:14 +0000 2023",
   "favorited" : false,
   "full_text" : "New on the blog: diagrams as text https://t.co/h1ll5ide01",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1654920806632784320"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Fatima-Zahra Benali",
      "screen_name" : "fz_benali",
      "indices" : [
       "3",
       "13"
      ],
      "id_str" : "845120993817600001",
      "id" : "845120993817600001"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "88"
   ],
   "favorite_count" : "0",
   "id_str" : "1654920806632784320",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1654920806632784320",
   "created_at" : "Sat May 06 18:47:21 +0000 2023",
   "favorited" : false,
   "full_text" : "RT @fz_benali: Office hours today at 15:00 UTC. Bring your questions about the glossary.",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1648784949085471282"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "59"
   ],
   "favorite_count" : "5",
   "id_str" : "1648784949085471282",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1648784949085471282",
   "created_at" : "Wed Apr 19 20:25:39 +0000 2023",
   "favorited" : false,
   "full_text" : "Reading the forum over coffee. Today's theme: the sidebar ☕",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1648632578686584267"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide01",
      "expanded_url" : "https://hillside.example.org/?p=19",
      "display_url" : "hillside.example.org/?p=19…",
      "indices" : [
       "37",
       "60"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "60"
   ],
   "favorite_count" : "2",
   "id_str" : "1648632578686584267",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1648632578686584267",
   "created_at" : "Wed Apr 19 10:20:11 +0000 2023",
   "favorited" : false,
   "full_text" : "New on the blog: keyboard navigation https://t.co/h1ll5ide01",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1646608463419150018"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Tomasz Wójcik",
      "screen_name" : "twojcik",
      "indices" : [
       "0",
       "8"
      ],
      "id_str" : "288130457",
      "id" : "288130457"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "67"
   ],
   "favorite_count" : "0",
   "id_str" : "1646608463419150018",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1646608463419150018",
   "created_at" : "Thu Apr 13 20:17:04 +0000 2023",
   "favorited" : false,
   "full_text" : "@twojcik Good idea, could you open a topic so it does not get lost?",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1646493152569199554",
   "in_reply_to_status_id" : "1646493152569199554",
   "in_reply_to_user_id_str" : "288130457",
   "in_reply_to_user_id" : "288130457",
   "in_reply_to_screen_name" : "twojcik"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1646594930807669567"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "田中 宏 (Hiroshi Tanaka)",
      "screen_name" : "htanaka_docs",
      "indices" : [
       "0",
       "13"
      ],
      "id_str" : "77120345",
      "id" : "77120345"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "35"
   ],
   "favorite_count" : "1",
   "id_str" : "1646594930807669567",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1646594930807669567",
   "created_at" : "Thu Apr 13 19:23:18 +0000 2023",
   "favorited" : false,
   "full_text" : "@htanaka_docs On it. Give us a day.",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1646587596735777575",
   "in_reply_to_status_id" : "1646587596735777575",
   "in_reply_to_user_id_str" : "77120345",
   "in_reply_to_user_id" : "77120345",
   "in_reply_to_screen_name" : "htanaka_docs"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1646212110297860050"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "77"
   ],
   "favorite_count" : "2",
   "id_str" : "1646212110297860050",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1646212110297860050",
   "created_at" : "Wed Apr 12 18:02:06 +0000 2023",
   "favorited" : false,
   "full_text" : "Office hours today at 15:00 UTC. Bring your questions about the search index.",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1646195963506723521"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Kofi Mensah",
      "screen_name" : "kofi_codes",
      "indices" : [
       "0",
       "11"
      ],
      "id_str" : "1598234412201107456",
      "id" : "1598234412201107456"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "49"
   ],
   "favorite_count" : "1",
   "id_str" : "1646195963506723521",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1646195963506723521",
   "created_at" : "Wed Apr 12 16:57:57 +0000 2023",
   "favorited" : false,
   "full_text" : "@kofi_codes Yes! Tomasz wrote it up in the forum.",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1646142130025925123",
   "in_reply_to_status_id" : "1646142130025925123",
   "in_reply_to_user_id_str" : "1598234412201107456",
   "in_reply_to_user_id" : "1598234412201107456",
   "in_reply_to_screen_name" : "kofi_codes"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1645747892046006719"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide01",
      "expanded_url" : "https://hillside.example.org/?p=18",
      "display_url" : "hillside.example.org/?p=18…",
      "indices" : [
       "29",
       "52"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "52"
   ],
   "favorite_count" : "5",
   "id_str" : "1645747892046006719",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1645747892046006719",
   "created_at" : "Tue Apr 11 11:17:28 +0000 2023",
   "favorited" : false,
   "full_text" : "New on the blog: the sidebar https://t.co/h1ll5ide01",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1645718098281496802"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Siobhán Ní Bhriain",
      "screen_name" : "siobhandocs",
      "indices" : [
       "0",
       "12"
      ],
      "id_str" : "40211937",
      "id" : "40211937"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "33"
   ],
   "favorite_count" : "1",
   "id_str" : "1645718098281496802",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1645718098281496802",
   "created_at" : "Tue Apr 11 09:19:05 +0000 2023",
   "favorited" : false,
   "full_text" : "@siobhandocs So glad it helped ❤️",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1645586828385846126",
   "in_reply_to_status_id" : "1645586828385846126",
   "in_reply_to_user_id_str" : "40211937",
   "in_reply_to_user_id" : "40211937",
   "in_reply_to_screen_name" : "siobhandocs"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1644006035259654661"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "77"
   ],
   "favorite_count" : "2",
   "id_str" : "1644006035259654661",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1644006035259654661",
   "created_at" : "Thu Apr 06 15:55:57 +0000 2023",
   "favorited" : false,
   "full_text" : "If page templates ever confused you, this thread is for you &amp; your team 🧵",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1644000162911094950"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "75"
   ],
   "favorite_count" : "5",
   "id_str" : "1644000162911094950",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1644000162911094950",
   "created_at" : "Thu Apr 06 15:32:37 +0000 2023",
   "favorited" : false,
   "full_text" : "Office hours today at 15:00 UTC. Bring your questions about the PDF export.",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1643706281908765540"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Nora K.",
      "screen_name" : "opensource_nora",
      "indices" : [
       "0",
       "16"
      ],
      "id_str" : "2244994945",
      "id" : "2244994945"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "75"
   ],
   "favorite_count" : "1",
   "id_str" : "1643706281908765540",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1643706281908765540",
   "created_at" : "Wed Apr 05 20:04:50 +0000 2023",
   "favorited" : false,
   "full_text" : "@opensource_nora Good idea, could you open a topic so it does not get lost?",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1643601665003096497",
   "in_reply_to_status_id" : "1643601665003096497",
   "in_reply_to_user_id_str" : "2244994945",
   "in_reply_to_user_id" : "2244994945",
   "in_reply_to_screen_name" : "opensource_nora"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1643156034941879302"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "田中 宏 (Hiroshi Tanaka)",
      "screen_name" : "htanaka_docs",
      "indices" : [
       "0",
       "13"
      ],
      "id_str" : "77120345",
      "id" : "77120345"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "35"
   ],
   "favorite_count" : "1",
   "id_str" : "1643156034941879302",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1643156034941879302",
   "created_at" : "Tue Apr 04 07:38:21 +0000 2023",
   "favorited" : false,
   "full_text" : "@htanaka_docs On it. Give us a day.",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1643144592662465982",
   "in_reply_to_status_id" : "1643144592662465982",
   "in_reply_to_user_id_str" : "77120345",
   "in_reply_to_user_id" : "77120345",
   "in_reply_to_screen_name" : "htanaka_docs"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1641870027000906940"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "72"
   ],
   "favorite_count" : "2",
   "id_str" : "1641870027000906940",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1641870027000906940",
   "created_at" : "Fri Mar 31 18:28:13 +0000 2023",
   "favorited" : false,
   "full_text" : "Office hours today at 15:00 UTC. Bring your questions about image sizes.",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1640689223621150070"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Nora K.",
      "screen_name" : "opensource_nora",
      "indices" : [
       "0",
       "16"
      ],
      "id_str" : "2244994945",
      "id" : "2244994945"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "37"
   ],
   "favorite_count" : "1",
   "id_str" : "1640689223621150070",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1640689223621150070",
   "created_at" : "Tue Mar 28 12:16:08 +0000 2023",
   "favorited" : false,
   "full_text" : "@opensource_nora So glad it helped ❤️",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1640549215874583124",
   "in_reply_to_status_id" : "1640549215874583124",
   "in_reply_to_user_id_str" : "2244994945",
   "in_reply_to_user_id" : "2244994945",
   "in_reply_to_screen_name" : "opensource_nora"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1639353118351164766"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Adaeze Okonkwo",
      "screen_name" : "adaezewrites",
      "indices" : [
       "3",
       "16"
      ],
      "id_str" : "912204876155228160",
      "id" : "912204876155228160"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "88"
   ],
   "favorite_count" : "0",
   "id_str" : "1639353118351164766",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1639353118351164766",
   "created_at" : "Fri Mar 24 19:46:55 +0000 2023",
   "favorited" : false,
   "full_text" : "RT @adaezewrites: Office hours today at 15:00 UTC. Bring your questions about redirects.",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1638497319542326827"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide01",
      "expanded_url" : "https://hillside.example.org/?p=14",
      "display_url" : "hillside.example.org/?p=14…",
      "indices" : [
       "29",
       "52"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "52"
   ],
   "favorite_count" : "5",
   "id_str" : "1638497319542326827",
   "truncated" : false,
   "retweet_count" : "2",
   "id" : "1638497319542326827",
   "created_at" : "Wed Mar 22 11:06:17 +0000 2023",
   "favorited" : false,
   "full_text" : "New on the blog: image sizes https://t.co/h1ll5ide01",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1637807812111239111"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "API Design Bits",
      "screen_name" : "apidesignbits",
      "indices" : [
       "0",
       "14"
      ],
      "id_str" : "884120037761",
      "id" : "884120037761"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "52"
   ],
   "favorite_count" : "1",
   "id_str" : "1637807812111239111",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1637807812111239111",
   "created_at" : "Mon Mar 20 13:26:26 +0000 2023",
   "favorited" : false,
   "full_text" : "@apidesignbits Yes! Tomasz wrote it up in the forum.",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1637788241769795502",
   "in_reply_to_status_id" : "1637788241769795502",
   "in_reply_to_user_id_str" : "884120037761",
   "in_reply_to_user_id" : "884120037761",
   "in_reply_to_screen_name" : "apidesignbits"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1637709217211089086"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Nora K.",
      "screen_name" : "opensource_nora",
      "indices" : [
       "0",
       "16"
      ],
      "id_str" : "2244994945",
      "id" : "2244994945"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "75"
   ],
   "favorite_count" : "0",
   "id_str" : "1637709217211089086",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1637709217211089086",
   "created_at" : "Mon Mar 20 06:54:39 +0000 2023",
   "favorited" : false,
   "full_text" : "@opensource_nora Good idea, could you open a topic so it does not get lost?",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1637543639473195962",
   "in_reply_to_status_id" : "1637543639473195962",
   "in_reply_to_user_id_str" : "2244994945",
   "in_reply_to_user_id" : "2244994945",
   "in_reply_to_screen_name" : "opensource_nora"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1637557838672824054"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "60",
       "65"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "65"
   ],
   "favorite_count" : "7",
   "id_str" : "1637557838672824054",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1637557838672824054",
   "created_at" : "Sun Mar 19 20:53:07 +0000 2023",
   "favorited" : false,
   "full_text" : "Thank you to everyone who tested the PDF export this week 💚 #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1635358738783142669"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "70"
   ],
   "favorite_count" : "3",
   "id_str" : "1635358738783142669",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1635358738783142669",
   "created_at" : "Mon Mar 13 19:14:41 +0000 2023",
   "favorited" : false,
   "full_text" : "Office hours today at 15:00 UTC. Bring your questions about redirects.",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1633065637221764941"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Adaeze Okonkwo",
      "screen_name" : "adaezewrites",
      "indices" : [
       "3",
       "16"
      ],
      "id_str" : "912204876155228160",
      "id" : "912204876155228160"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "87"
   ],
   "favorite_count" : "0",
   "id_str" : "1633065637221764941",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1633065637221764941",
   "created_at" : "Tue Mar 07 11:22:43 +0000 2023",
   "favorited" : false,
   "full_text" : "RT @adaezewrites: Reading the forum over coffee. Today's theme: pull request previews ☕",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1630485160241663867"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide01",
      "expanded_url" : "https://hillside.example.org/?p=9",
      "display_url" : "hillside.example.org/?p=9…",
      "indices" : [
       "30",
       "53"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "53"
   ],
   "favorite_count" : "1",
   "id_str" : "1630485160241663867",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1630485160241663867",
   "created_at" : "Tue Feb 28 08:28:49 +0000 2023",
   "favorited" : false,
   "full_text" : "New on the blog: the glossary https://t.co/h1ll5ide01",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1630219219914196967"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "46",
       "51"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "51"
   ],
   "favorite_count" : "3",
   "id_str" : "1630219219914196967",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1630219219914196967",
   "created_at" : "Mon Feb 27 14:52:04 +0000 2023",
   "favorited" : false,
   "full_text" : "Hot take: page templates is a people problem. #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1629408121849905286"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Nguyễn Thùy Linh",
      "screen_name" : "thuylinh_dev",
      "indices" : [
       "0",
       "13"
      ],
      "id_str" : "1720011983776260096",
      "id" : "1720011983776260096"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "51"
   ],
   "favorite_count" : "1",
   "id_str" : "1629408121849905286",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1629408121849905286",
   "created_at" : "Sat Feb 25 09:09:03 +0000 2023",
   "favorited" : false,
   "full_text" : "@thuylinh_dev Yes! Tomasz wrote it up in the forum.",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1629274859760520587",
   "in_reply_to_status_id" : "1629274859760520587",
   "in_reply_to_user_id_str" : "1720011983776260096",
   "in_reply_to_user_id" : "1720011983776260096",
   "in_reply_to_screen_name" : "thuylinh_dev"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1629228405041922835"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "60",
       "65"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "65"
   ],
   "favorite_count" : "0",
   "id_str" : "1629228405041922835",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1629228405041922835",
   "created_at" : "Fri Feb 24 21:14:56 +0000 2023",
   "favorited" : false,
   "full_text" : "Thank you to everyone who tested offline builds this week 💚 #docs",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1629105262902117926",
   "in_reply_to_status_id" : "1629105262902117926",
   "in_reply_to_user_id_str" : "1503481122847719424",
   "in_reply_to_user_id" : "1503481122847719424",
   "in_reply_to_screen_name" : "mira_hillside"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1629105262902117926"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "78"
   ],
   "favorite_count" : "2",
   "id_str" : "1629105262902117926",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1629105262902117926",
   "created_at" : "Fri Feb 24 13:05:36 +0000 2023",
   "favorited" : false,
   "full_text" : "If tested snippets ever confused you, this thread is for you &amp; your team 🧵",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1628384144377512538"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "53",
       "58"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide02",
      "expanded_url" : "https://twitter.com/arjun_v/status/1628037915047101655",
      "display_url" : "twitter.com/arjun_v/status…",
      "indices" : [
       "59",
       "82"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "82"
   ],
   "favorite_count" : "0",
   "id_str" : "1628384144377512538",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1628384144377512538",
   "created_at" : "Wed Feb 22 13:20:08 +0000 2023",
   "favorited" : false,
   "full_text" : "Hot take: pull request previews is a people problem. #docs https://t.co/h1ll5ide02",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1628327887805352806"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "74"
   ],
   "favorite_count" : "4",
   "id_str" : "1628327887805352806",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1628327887805352806",
   "created_at" : "Wed Feb 22 09:36:35 +0000 2023",
   "favorited" : false,
   "full_text" : "If the sidebar ever confused you, this thread is for you &amp; your team 🧵",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1627777173379090205"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "57",
       "62"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "62"
   ],
   "favorite_count" : "5",
   "id_str" : "1627777173379090205",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1627777173379090205",
   "created_at" : "Mon Feb 20 21:08:15 +0000 2023",
   "favorited" : false,
   "full_text" : "Thank you to everyone who tested wide tables this week 💚 #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1627587963690946392"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "77"
   ],
   "favorite_count" : "3",
   "id_str" : "1627587963690946392",
   "truncated" : false,
   "retweet_count" : "3",
   "id" : "1627587963690946392",
   "created_at" : "Mon Feb 20 08:36:24 +0000 2023",
   "favorited" : false,
   "full_text" : "Office hours today at 15:00 UTC. Bring your questions about the search index.",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1625516889759287761"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "43",
       "48"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "48"
   ],
   "favorite_count" : "2",
   "id_str" : "1625516889759287761",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1625516889759287761",
   "created_at" : "Tue Feb 14 15:26:41 +0000 2023",
   "favorited" : false,
   "full_text" : "Hot take: the sidebar is a people problem. #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1625011981150847984"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "47",
       "52"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide02",
      "expanded_url" : "https://twitter.com/brandcastellane/status/1624649347683585087",
      "display_url" : "twitter.com/brandcastellan…",
      "indices" : [
       "53",
       "76"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "76"
   ],
   "favorite_count" : "2",
   "id_str" : "1625011981150847984",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1625011981150847984",
   "created_at" : "Mon Feb 13 06:00:22 +0000 2023",
   "favorited" : false,
   "full_text" : "Hot take: versioned pages is a people problem. #docs https://t.co/h1ll5ide02",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1624677454528381801"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Arjun Venkataraman",
      "screen_name" : "arjun_v",
      "indices" : [
       "0",
       "8"
      ],
      "id_str" : "301984426",
      "id" : "301984426"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "67"
   ],
   "favorite_count" : "0",
   "id_str" : "1624677454528381801",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1624677454528381801",
   "created_at" : "Sun Feb 12 07:51:04 +0000 2023",
   "favorited" : false,
   "full_text" : "@arjun_v Thanks for trying it! Does it happen with the preview too?",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1624524423870548505",
   "in_reply_to_status_id" : "1624524423870548505",
   "in_reply_to_user_id_str" : "301984426",
   "in_reply_to_user_id" : "301984426",
   "in_reply_to_screen_name" : "arjun_v"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1624134686529816282"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "77"
   ],
   "favorite_count" : "3",
   "id_str" : "1624134686529816282",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1624134686529816282",
   "created_at" : "Fri Feb 10 19:54:18 +0000 2023",
   "favorited" : false,
   "full_text" : "Office hours today at 15:00 UTC. Bring your questions about the search index.",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1623599669017837622"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "87"
   ],
   "favorite_count" : "3",
   "id_str" : "1623599669017837622",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1623599669017837622",
   "created_at" : "Thu Feb 09 08:28:20 +0000 2023",
   "favorited" : false,
   "full_text" : "If the translation workflow ever confused you, this thread is for you &amp; your team 🧵",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1622908368047833290"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "72"
   ],
   "favorite_count" : "1",
   "id_str" : "1622908368047833290",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1622908368047833290",
   "created_at" : "Tue Feb 07 10:41:21 +0000 2023",
   "favorited" : false,
   "full_text" : "Office hours today at 15:00 UTC. Bring your questions about the sidebar.",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1620743585211091215",
   "in_reply_to_status_id" : "1620743585211091215",
   "in_reply_to_user_id_str" : "1503481122847719424",
   "in_reply_to_user_id" : "1503481122847719424",
   "in_reply_to_screen_name" : "mira_hillside"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1620743585211091215"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide01",
      "expanded_url" : "https://hillside.example.org/?p=5",
      "display_url" : "hillside.example.org/?p=5…",
      "indices" : [
       "34",
       "57"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "57"
   ],
   "favorite_count" : "0",
   "id_str" : "1620743585211091215",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1620743585211091215",
   "created_at" : "Wed Feb 01 11:19:17 +0000 2023",
   "favorited" : false,
   "full_text" : "New on the blog: the prose linter https://t.co/h1ll5ide01",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1620696615843007903"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "46",
       "51"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "51"
   ],
   "favorite_count" : "3",
   "id_str" : "1620696615843007903",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1620696615843007903",
   "created_at" : "Wed Feb 01 08:12:38 +0000 2023",
   "favorited" : false,
   "full_text" : "Hot take: offline builds is a people problem. #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1619653169460022589"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "76"
   ],
   "favorite_count" : "3",
   "id_str" : "1619653169460022589",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1619653169460022589",
   "created_at" : "Sun Jan 29 11:06:21 +0000 2023",
   "favorited" : false,
   "full_text" : "Office hours today at 15:00 UTC. Bring your questions about heading anchors.",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1619035431490289687"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "62",
       "67"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "67"
   ],
   "favorite_count" : "1",
   "id_str" : "1619035431490289687",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1619035431490289687",
   "created_at" : "Fri Jan 27 18:11:41 +0000 2023",
   "favorited" : false,
   "full_text" : "Thank you to everyone who tested diagrams as text this week 💚 #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1617084517204363294"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "62"
   ],
   "favorite_count" : "4",
   "id_str" : "1617084517204363294",
   "truncated" : false,
   "retweet_count" : "2",
   "id" : "1617084517204363294",
   "created_at" : "Sun Jan 22 08:59:27 +0000 2023",
   "favorited" : false,
   "full_text" : "Reading the forum over coffee. Today's theme: page templates ☕",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1615002541240618065"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "57"
   ],
   "favorite_count" : "4",
   "id_str" : "1615002541240618065",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1615002541240618065",
   "created_at" : "Mon Jan 16 15:06:25 +0000 2023",
   "favorited" : false,
   "full_text" : "Reading the forum over coffee. Today's theme: redirects ☕",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1614927903466720681"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Javi Ortega",
      "screen_name" : "javi_escribe",
      "indices" : [
       "0",
       "13"
      ],
      "id_str" : "55012388",
      "id" : "55012388"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "72"
   ],
   "favorite_count" : "2",
   "id_str" : "1614927903466720681",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1614927903466720681",
   "created_at" : "Mon Jan 16 10:09:50 +0000 2023",
   "favorited" : false,
   "full_text" : "@javi_escribe Good idea, could you open a topic so it does not get lost?",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1614825618409522454",
   "in_reply_to_status_id" : "1614825618409522454",
   "in_reply_to_user_id_str" : "55012388",
   "in_reply_to_user_id" : "55012388",
   "in_reply_to_screen_name" : "javi_escribe"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1613911106487584365"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Plain Language Weekly",
      "screen_name" : "plainlanguage",
      "indices" : [
       "3",
       "17"
      ],
      "id_str" : "1387712990",
      "id" : "1387712990"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "83"
   ],
   "favorite_count" : "0",
   "id_str" : "1613911106487584365",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1613911106487584365",
   "created_at" : "Fri Jan 13 14:49:27 +0000 2023",
   "favorited" : false,
   "full_text" : "RT @plainlanguage: Reading the forum over coffee. Today's theme: the search index ☕",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1613641557204796145"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "59"
   ],
   "favorite_count" : "2",
   "id_str" : "1613641557204796145",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1613641557204796145",
   "created_at" : "Thu Jan 12 20:58:21 +0000 2023",
   "favorited" : false,
   "full_text" : "Reading the forum over coffee. Today's theme: image sizes ☕",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1613610273682227774",
   "in_reply_to_status_id" : "1613610273682227774",
   "in_reply_to_user_id_str" : "1503481122847719424",
   "in_reply_to_user_id" : "1503481122847719424",
   "in_reply_to_screen_name" : "mira_hillside"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1613610273682227774"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "63"
   ],
   "favorite_count" : "4",
   "id_str" : "1613610273682227774",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1613610273682227774",
   "created_at" : "Thu Jan 12 18:54:03 +0000 2023",
   "favorited" : false,
   "full_text" : "Reading the forum over coffee. Today's theme: versioned pages ☕",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1613093159443628433"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Siobhán Ní Bhriain",
      "screen_name" : "siobhandocs",
      "indices" : [
       "3",
       "15"
      ],
      "id_str" : "40211937",
      "id" : "40211937"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "89"
   ],
   "favorite_count" : "0",
   "id_str" : "1613093159443628433",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1613093159443628433",
   "created_at" : "Wed Jan 11 08:39:13 +0000 2023",
   "favorited" : false,
   "full_text" : "RT @siobhandocs: Office hours today at 15:00 UTC. Bring your questions about image sizes.",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1611288069493754558"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "47",
       "52"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "52"
   ],
   "favorite_count" : "2",
   "id_str" : "1611288069493754558",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1611288069493754558",
   "created_at" : "Fri Jan 06 09:06:26 +0000 2023",
   "favorited" : false,
   "full_text" : "Hot take: the change feed is a people problem. #docs",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1610561941284063389",
   "in_reply_to_status_id" : "1610561941284063389",
   "in_reply_to_user_id_str" : "1503481122847719424",
   "in_reply_to_user_id" : "1503481122847719424",
   "in_reply_to_screen_name" : "mira_hillside"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1610561941284063389"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [
     {
      "text" : "docs",
      "indices" : [
       "70",
       "75"
      ]
     }
    ],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Tomasz Wójcik",
      "screen_name" : "twojcik",
      "indices" : [
       "3",
       "11"
      ],
      "id_str" : "288130457",
      "id" : "288130457"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "75"
   ],
   "favorite_count" : "0",
   "id_str" : "1610561941284063389",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1610561941284063389",
   "created_at" : "Wed Jan 04 09:01:04 +0000 2023",
   "favorited" : false,
   "full_text" : "RT @twojcik: Thank you to everyone who tested wide tables this week 💚 #docs",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1610209232584444596"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : true
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [],
    "urls" : [
     {
      "url" : "https://t.co/h1ll5ide01",
      "expanded_url" : "https://hillside.example.org/?p=1",
      "display_url" : "hillside.example.org/?p=1…",
      "indices" : [
       "33",
       "56"
      ]
     }
    ]
   },
   "display_text_range" : [
    "0",
    "56"
   ],
   "favorite_count" : "3",
   "id_str" : "1610209232584444596",
   "truncated" : false,
   "retweet_count" : "1",
   "id" : "1610209232584444596",
   "created_at" : "Tue Jan 03 09:39:31 +0000 2023",
   "favorited" : false,
   "full_text" : "New on the blog: heading anchors https://t.co/h1ll5ide01",
   "lang" : "en"
  }
 },
 {
  "tweet" : {
   "edit_info" : {
    "initial" : {
     "editTweetIds" : [
      "1609997738357818070"
     ],
     "editsRemaining" : "5",
     "isEditEligible" : false
    }
   },
   "retweeted" : false,
   "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities" : {
    "hashtags" : [],
    "symbols" : [],
    "user_mentions" : [
     {
      "name" : "Arjun Venkataraman",
      "screen_name" : "arjun_v",
      "indices" : [
       "0",
       "8"
      ],
      "id_str" : "301984426",
      "id" : "301984426"
     }
    ],
    "urls" : []
   },
   "display_text_range" : [
    "0",
    "29"
   ],
   "favorite_count" : "0",
   "id_str" : "1609997738357818070",
   "truncated" : false,
   "retweet_count" : "0",
   "id" : "1609997738357818070",
   "created_at" : "Mon Jan 02 19:39:07 +0000 2023",
   "favorited" : false,
   "full_text" : "@arjun_v So glad it helped ❤️",
   "lang" : "en",
   "in_reply_to_status_id_str" : "1609877835407690310",
   "in_reply_to_status_id" : "1609877835407690310",
   "in_reply_to_user_id_str" : "301984426",
   "in_reply_to_user_id" : "301984426",
   "in_reply_to_screen_name" : "arjun_v"
  }
 }
]
