"""What WhatsApp writes in place of a message that was deleted, in each language of its telephones.

The words are those of its own tables, for a message of others and for one's own. iPhones and other telephones
have different ones, and both have changed them: a chat has those of all the years in which it was written.
"""

import re
from functools import cache
from unicodedata import normalize

_WORDS = """
af Hierdie boodskap was uitgevee | Jy het boodskap uitgevee
ar تم حذف هذه الرسالة | لقد حذَفت هذه الرسالة | أنت حذفت هذه الرسالة
az Bu ismarıc silindi | Siz bu ismarıcı sildiniz
bg Съобщението беше изтрито | Изтрихте това съобщение
bn এই মেসেজটি বাদ দেওয়া হয়েছে | এই বার্তাটি মুছে ফেলা হয়েছে
bn আপনি এই মেসেজটি বাদ দিয়েছেন | আপনি এই বার্তাটি মুছে ফেলেছেন
ca Aquest missatge s'ha suprimit | Aquest missatge està esborrat
ca Has suprimit aquest missatge | Has esborrat aquest missatge
cs Tato zpráva byla smazána | Tato zpráva byla odstraněna
cs Tuto zprávu jste smazal/a | Tuto zprávu jste odstranil/a
da Denne besked er blevet slettet | Denne besked blev slettet
da Du har slettet denne besked | Du slettede denne besked
de Diese Nachricht wurde gelöscht | Du hast diese Nachricht gelöscht
el Αυτό το μήνυμα διαγράφηκε | Διαγράψατε αυτό το μήνυμα | Διαγράψατε το μήνυμα
en This message was deleted | You deleted this message | You deleted this message as admin
es Se eliminó este mensaje | Este mensaje fue eliminado | Eliminaste este mensaje
et See sõnum on kustutatud | Kustutasid selle sõnumi
fa این پیام حذف شده است | این پیام حذف شد | شما این پیام را حذف کردید
fi Tämä viesti poistettiin | Poistit tämän viestin
fil Itong mensahe ay binura na | Binura mo itong mensahe
fr Ce message a été supprimé | Vous avez supprimé ce message
ga Scriosadh an teachtaireacht seo | Scrios tú an teachtaireacht seo
gu આ મેસેજ ડિલીટ કરાયો | આ સંદેશ રદ્દ કરાયો | તમે આ મેસેજ ડિલીટ કર્યો | તમે આ સંદેશને રદ્દ કર્યો
he הודעה זו נמחקה | מחקת את ההודעה הזו | מחקת הודעה זו
hi यह मैसेज डिलीट कर दिया गया है | यह मैसेज मिटाया गया | यह संदेश मिटाया गया
hi आपने यह मैसेज डिलीट किया | आपने यह संदेश मिटाया
hr Ova je poruka izbrisana | Ova poruka je izbrisana | Izbrisali ste ovu poruku
hu Ez az üzenet törlésre került | Ezt az üzenetet törölted | Törölted ezt az üzenetet
id Pesan ini dihapus | Pesan ini telah dihapus | Anda menghapus pesan ini | Anda telah menghapus pesan ini
it Questo messaggio è stato eliminato | Hai eliminato questo messaggio
ja このメッセージは削除されました | このメッセージを削除しました
kk Бұл хат жойылды | Сіз бұл хатты жойдыңыз
kn ಈ ಸಂದೇಶವು ಅಳಿಸಲ್ಪಟ್ಟಿದೆ | ನೀವು ಈ ಸಂದೇಶವನ್ನು ಅಳಿಸಿದ್ದೀರಿ
ko 이 메시지는 삭제되었습니다 | 삭제한 메시지입니다 | 이 메시지를 삭제했습니다
lt Ši žinutė buvo ištrinta | Jūs ištrynėte šią žinutę
lv Šī ziņa tika izdzēsta | Jūs izdzēsāt šo ziņu
mk Оваа порака беше избришана | Ја избриша оваа порака
ml ഈ സന്ദേശം ഇല്ലാതാക്കിയതാണ് | ഈ സന്ദേശം നിങ്ങൾ ഇല്ലാതാക്കി
mr हा मेसेज हटवण्यात आला | हा संदेश हटविण्यात आला होता | तुम्ही हा मेसेज हटवला | आपण हा संदेश हटविलात
ms Mesej ini telah dipadam | Anda telah memadamkan mesej ini
nb Denne meldingen ble slettet | Du slettet denne meldingen
nl Dit bericht is verwijderd | U hebt dit bericht verwijderd | Je hebt dit bericht verwijderd
pa ਇਸ ਸੁਨੇਹੇ ਨੂੰ ਹਟਾਇਆ ਗਿਆ | ਤੁਸੀਂ ਇਹ ਸੁਨੇਹਾ ਹਟਾਇਆ
pl Ta wiadomość została usunięta | Usunąłeś(-ęłaś) tę wiadomość | Usunąłeś(aś) tę wiadomość
pt Mensagem apagada | Esta mensagem foi apagada | Essa mensagem foi apagada
pt Esta mensagem foi apagada pelo remetente | Você apagou esta mensagem | Apagou esta mensagem
ro Acest mesaj a fost șters | Ați șters acest mesaj
ru Данное сообщение удалено | Это сообщение удалено | Сообщение удалено
ru Вы удалили данное сообщение | Вы удалили это сообщение
sk Táto správa bola odstránená | Túto správu ste odstránili
sl To sporočilo je bilo izbrisano | To sporočilo ste izbrisali
sr Ова порука је обрисана | Обрисао/ла си ову поруку
sv Det här meddelandet raderades | Detta meddelande raderades
sv Du har tagit bort meddelandet | Du raderade det här meddelandet | Du raderade detta meddelande
sw Ujumbe huu ulifutwa | Umefuta ujumbe huu
ta இத்தகவல் திரும்பப்பெறப்பட்டது | இத்தகவலை தாங்கள் அழித்தீர்கள்
th ข้อความนี้ถูกลบแล้ว | ข้อความนี้ได้ถูกลบ | คุณได้ลบข้อความนี้ | คุณลบข้อความนี้
tr Bu mesaj silindi | Bu mesajı sildiniz
uk Це повідомлення було видалено | Ви видалили це повідомлення
ur یہ میسج حذف کر دیا گیا ہے | یہ پیغام حذف کیا گیا
ur آپ نے یہ میسج حذف کر دیا ہے | آپ نے اس پیغام کو حذف کیا
uz Ushbu xabar o‘chirildi | Siz ushbu xabarni o‘chirdingiz
vi Tin nhắn này đã bị xóa | Tin nhắn này đã bị xoá | Bạn đã xóa tin nhắn này | Bạn đã xoá tin nhắn này
zh 此訊息已刪除 | 您已刪除此訊息
zh 这条消息已被删除 | 消息已删除 | 信息已删除 | 您已删除这条消息 | 您删除这个信息
"""  # noqa: RUF001 - these are the letters of those languages

_BY_ADMINS = """
ar حذف أحد المشرفين هذه الرسالة | حذف المشرف {} هذه الرسالة
de Diese Nachricht wurde von einem*einer Admin gelöscht | Diese Nachricht wurde von Admin {} gelöscht
en This message was deleted by an admin | This message was deleted by admin {}
es Un admin. eliminó este mensaje | Un admin., {}, eliminó este mensaje
fa یکی از مدیران این پیام را حذف کرد | این پیام را مدیر {} حذف کرد
fr Ce message a été supprimé par un ou une admin | Ce message a été supprimé par l'admin {}
he ההודעה נמחקה על ידי מנהל/ת | ההודעה נמחקה על ידי {}, מנהל/ת הקבוצה
hi यह मैसेज किसी एडमिन ने डिलीट कर दिया है | यह मैसेज एडमिन {} ने डिलीट कर दिया है
id Pesan ini dihapus oleh admin | Pesan ini dihapus oleh admin {}
it Questo messaggio è stato eliminato da un amministratore
it Questo messaggio è stato eliminato dall'amministratore {}
pt Mensagem apagada por um admin | Mensagem apagada por um admin ({})
pt Esta mensagem foi apagada por um/a administrador/a | Esta mensagem foi apagada por um/a administrador/a, {}
ru Данное сообщение удалено админом | Данное сообщение удалено админом ({})
tr Bu mesaj bir yönetici tarafından silindi | Bu mesaj {} adlı yönetici tarafından silindi
ur یہ میسج ایک ایڈمن نے حذف کر دیا ہے | یہ میسج ایڈمن {} نے حذف کر دیا ہے
zh 管理员已删除这条消息 | 管理员 {} 已删除这条消息
"""  # noqa: RUF001 - as above
"""The braces are the name of the group's admin who deleted it."""

_STOPS = ".。।\u06d4"
_SHORTEST, _LONGEST = 5, 120
"""Characters of the shortest words, and of the longest with an admin's name in them."""


def is_deleted(text: str) -> bool:
    """Return whether a message, without the signs of direction around it, is one that was deleted."""
    if not _SHORTEST <= len(text) <= _LONGEST:
        return False
    words = _alike(text.rstrip(_STOPS))
    return words in _all() or _by_admins().fullmatch(words) is not None


@cache
def _all() -> frozenset[str]:
    return frozenset(_told(_WORDS))


@cache
def _by_admins() -> re.Pattern[str]:
    return re.compile(
        "|".join(r"[^\n]{1,40}".join(map(re.escape, words.split("{}"))) for words in _told(_BY_ADMINS))
    )


def _told(table: str) -> list[str]:
    """Return what the rows of a table tell behind the language."""
    rows = (line.partition(" ")[2] for line in table.strip().splitlines())
    return [_alike(words.strip()) for row in rows for words in row.split("|")]


def _alike(text: str) -> str:
    """Return words as they are compared: letters and their signs may be written as one or as two."""
    return normalize("NFC", text).replace("\u2019", "'").casefold()
