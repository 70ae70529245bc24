# ruff: noqa: RUF001
"""The words of pain notes in Turkish; those of its logs count as well."""

READING = "Turkish"

APOSTROPHE = " "
NOT_AFTER = True
WORDS = {
    "place hip": "kalça, kalçam, kalçada, kalçamda, kalçanın, kaba et",
    "place si_joint": "sakroiliak, kuyruk sokumu",
    "place low_back": "bel, belim, belde, belimde, sırt, sırtım, sırtımda",
    "place sciatica": "siyatik, bacak, bacağım, bacakta, bacağımda, baldır, baldırım, ayak, ayağım, "
    "ayakta, parmaklar, arka uyluk",
    "place itb": "iliotibial bant, dış uyluk",
    "place knee": "diz, dizim, dizde, dizimde, menisküs",
    "place groin": "kasık, kasığım, kasıkta, kasığımda, iç uyluk",
    "place other": "uyluk, üst bacak, ön uyluk, ayak bileği, boyun, boynum, omuz, omzum, topuk, kol, karın",
    "quality dull": "künt, donuk",
    "quality throbbing": "zonkluyor, zonklama, zonklayan",
    "quality sharp": "keskin",
    "quality stabbing": "batma, batıyor, batıcı, saplanan, bıçak gibi",
    "quality burning": "yanma, yanıyor, yanıcı, yandı",
    "quality radiating": "yayılan, yayılıyor, vuruyor",
    "quality tingling": "karıncalanma, karıncalanıyor",
    "quality numb": "uyuşuk, uyuşma, uyuştu, uyuşuyor",
    "quality sore": "hassas, hassasiyet",
    "quality tight": "gergin, gerginlik, gerildi",
    "quality stiff": "sert, sertlik, tutuk, tutukluk, tutuldu",
    "quality pinching": "sıkışma, sıkışıyor, çimdik",
    "quality pulling": "çekme, çekiyor, çekti",
    "quality cramping": "kramp, kasılma",
    "quality weak": "zayıf, titriyor, titreme, güçsüz",
    "quality clicking": "tıkırtı, çıtlıyor, çıt, çıtırtı",
    "pain pain": "ağrı, ağrısı, ağrım, ağrılar, acı, acıyor, ağrıyor, ağrıdı, acıdı, sızı, sızlıyor, ağrılı",
    "no": "sıfır, hiç",
    "not": "yok, değil, olmadı, yoktu, kalmadı",
    "nothing": "yok, hiç, hiçbir şey, hayır",
    "feel": "hiç, bugün, artık, hiçbir, şey, bir, da, de, şu, an, hiç bir",
    "painless": "ağrısız, acısız, ağrımıyor, acımıyor, ağrımadı, acımadı, ağrısız geçti",
    "clear": "her şey yolunda, sorun yok, her şey iyi, bir şey yok, şikayet yok",
    "fine": "iyi, gayet iyi, rahat, sorunsuz",
    "good": "tamam",
    "gone": "geçti, kayboldu, gitti",
    "turn": "ama, fakat, ancak, çünkü",
    "turn then": "sonra",
    "except": "dışında, hariç",
    "until": "kadar, dek",
    "when": "yürürken, otururken, yatarken, gece, merdivende, iken, sırasında",
    "when if": "eğer, koşarsam, yürürsem, eğilirsem, otursam, oturursam, zorlarsam, kalkarsam, dönersem, "
    "basarsam, yaparsam, koşunca, yürüyünce, eğilince, oturunca, zorlayınca, kalkınca, dönünce, basınca",
    "time ago": "dün, geçen hafta, evvelsi gün, dün gece, geçen ay, geçen gün, geçen sefer, eskiden, geçen yıl, "
    "hafta sonu",
    "time earlier": "önce, başta, öncesinde, sabah, ile başladım, başladım, ile başladı, başladı",
    "time now": "şimdi, bugün, sonunda, akşam, sonrasında",
    "time was": "idi",
    "time extreme": "en fazla, maks",
    "some": "biraz, hafif, sadece, hala, az, azıcık",
    "less": "daha az",
    "alike": "gibi, kadar",
    "compare": "yerine, karşı",
    "change": "düştü, indi, çıktı, azaldı, arttı",
    "from": "den, dan",
    "to": "e, a",
    "hedge": "yaklaşık, belki, neredeyse, bir, civarı, seviye, bugün, şimdi, hala, sanırım",
    "filler": "bir, ve, bu, şu, çok, biraz, hafif, taraf, tarafta, sonra, bugün, hala, derin, dış, iç, "
    "için, ile, gibi, da, de, sadece, sabah, akşam, var, vardı, oldu, benim, olarak",
    "exercise": "egzersiz, egzersizi, esneme, germe, hareket, masaj, seans, pozisyon",
    "other": "hap, parol, ibuprofen, yürüyerek",
    "neutral": "fena değil, daha az ağrı, neredeyse ağrısız, çok değil, bilmiyorum, yeni bir şey yok",
    "units": "gün, hafta, ay, yıl, saat, kez, kere, defa, set, setten, sette, seti, seri, seriden, tur, turdan, "
    "tekrar, kg, cm, derece, adım, hap",
    "long units": "gün, hafta, ay, yıl",
    "counted": "set, gün, hafta, ay, numara",
    "scales": "rpe, efor, moral, uyku, enerji, sertlik, yorgunluk",
    "taken": "aldım, içtim, parol, ibuprofen, saat",
    "preposition": "her, için",
    "others kin": "esim, esimin, karim, kocam, annem, babam, oglum, kizim, annemin, babamın, kardeşim, "
    "kardeşimin, ablam, ablamın, abim, abimin, arkadaşım, arkadaşımın, komşum, komşumun, oğlumun, kızımın, "
    "kocamın, karımın, dedem, teyzem",
    "others say": "doktor diyor",
    "scale names": "olcek",
    "hope": "hedef, hedefim, umarım, umuyorum, inşallah, dilerim, isterim, istiyorum, korkuyorum, korkarım, "
    "yarın, gelecek hafta, haftaya, bir dahaki sefere, gelecek ay",
    "self": "ben, bende, benim, bana, kendim",
    "wholly": "tam, tamamen, henüz",
    "only": "sadece, yalnızca",
    "before": "önce, öncesinde",
    "theirs": "onun, o",
    "or": "veya",
    "numbers": "sıfır, bir, iki, üç, dört, beş, altı, yedi, sekiz, dokuz, on",
}
TIDY = (
    (" once", r"\b\w+ (?:gun|hafta|ay|yil) once\b", "dun"),
    ("ne ", r"\bne (.{1,30}?) ne (?:de )?(\w+) (?:agriyor|aciyor|agridi)", r"\1 veya \2 agrimiyor"),
    ("evvelsi gun", r"\bevvelsi gun\b", "dun"),
    ("yerine", r"\b(\d+) yerine (\d+)\b", r"\2 yerine \1"),
)
