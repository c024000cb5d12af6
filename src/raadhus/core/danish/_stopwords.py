"""Words that carry little by themselves, and what question words ask for."""

STOPWORDS = frozenset(
    """ad af alle alt anden andet andre at bare begge blev bliver blive blevet da de dem den denne der deres det
    dette dig din dine disse dit dog du efter ej eller en end ene er et for fordi fra frem før få får fik
    gennem gør gøre hos ham han hans har have haft havde hende hendes her hvad hvem hver hvert hvilke hvilken
    hvilket hvis hvor hvordan hvorfor hvornår hvorledes hvorvidt i ikke ind ingen intet ja jeg jer jeres jo kan
    kun kunne lige man mange med meget meget mellem men mere mest mig min mindre mine igennem mit mod må måtte ned nej
    noget nogen nogle nok nu når næste og også om omkring op os over på samt sig sin sine sit skal skulle som
    stor store stort så sådan således thi til ud under var ved vi vil ville vores vor være været lang langt
    langt hen lidt flere flest både enten hverken via pr per ca cirka mv m f fx eks osv""".split()
)
