package dateline.index.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LanguageDetectorTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | The minister said on Monday that the talks would go on, but he did not say where they were held.
          de | Die Ministerin sagte am Montag, dass die Gespräche weitergehen, aber nicht, wo sie stattfinden.
          fr | La ministre a dit lundi que les discussions allaient continuer, mais elle n'a pas précisé le lieu.
          es | La ministra dijo el lunes que las conversaciones seguirán, pero no quiso decir en qué ciudad.
          it | La ministra ha detto lunedì che i colloqui continueranno, ma non ha voluto dire in quale città.
          pt | A ministra disse na segunda-feira que as negociações vão continuar, mas não quis dizer em que cidade.
          nl | De minister zei maandag dat de gesprekken doorgaan, maar hij wilde niet zeggen in welke stad.
          sv | Ministern sade på måndagen att samtalen ska fortsätta, men ville inte säga i vilken stad de hålls.
          da | Ministeren sagde mandag, at samtalerne skal fortsætte, men ville ikke sige, hvor de bliver holdt, og hvad der er blevet aftalt.
          no | Ministeren sa mandag at samtalene skal fortsette, men ville ikke si hvor de blir holdt etter møtet, og hva som ble avtalt.
          fi | Ministeri sanoi maanantaina, että neuvottelut jatkuvat, mutta hän ei kertonut, missä ne ovat.
          pl | Minister powiedział w poniedziałek, że rozmowy będą trwać, ale nie chciał podać, w którym mieście się odbędą.
          cs | Ministr v pondělí řekl, že jednání budou pokračovat, ale není jasné, který návrh je podle něj lepší, protože byl předložen před rokem.
          hu | A miniszter hétfőn azt mondta, hogy a tárgyalások folytatódnak, de nem árulta el, melyik városban.
          ro | Ministrul a spus luni că discuțiile vor continua, dar nu a vrut să spună în care oraș au loc.
          tr | Bakan pazartesi günü görüşmelerin devam edeceğini söyledi ama bu şehir için çok bir şey demedi.
          sw | Waziri alisema Jumatatu kwamba mazungumzo yataendelea, lakini hakusema ni katika mji wa nani na kwa nini.
          ru | Министр сказал в понедельник, что переговоры продолжатся, но не назвал город.
          uk | Міністр сказав у понеділок, що переговори триватимуть, але не назвав міста.
          bg | Министърът каза в понеделник, че преговорите ще продължат, но не назова града.
          sr | Министар је рекао у понедељак да ће се разговори наставити.
          el | Ο υπουργός είπε τη Δευτέρα ότι οι συνομιλίες θα συνεχιστούν.
          ar | قال الوزير يوم الاثنين إن المحادثات ستستمر، لكنه لم يذكر المدينة.
          fa | وزیر روز دوشنبه گفت که گفتگوها ادامه می‌یابد.
          ur | وزیر نے پیر کے روز کہا کہ بات چیت جاری رہے گی۔
          he | השר אמר ביום שני כי השיחות יימשכו.
          hi | मंत्री ने सोमवार को कहा कि बातचीत जारी रहेगी।
          th | รัฐมนตรีกล่าวเมื่อวันจันทร์ว่าการเจรจาจะดำเนินต่อไป
          am | ሚኒስትሩ ሰኞ ዕለት ውይይቱ እንደሚቀጥል ተናግረዋል።
          ja | 大臣は月曜日、協議を続けると述べたが、場所は明らかにしなかった。
          ja | 首相が訪米、首脳会談へ
          zh | 部长周一表示，谈判将继续进行，但没有说明地点。
          ko | 장관은 월요일 회담이 계속될 것이라고 말했다.
          ja | NATO首脳会議、ウクライナ支援で合意 Stoltenberg
          """)
  void tellsTheLanguageOfASentence(String language, String text) {
    assertEquals(language, LanguageDetector.detect(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Oil prices rise
          OPEC MINISTERS SAY OIL OUTPUT WILL NOT RISE
          AM INTERNATIONAL INC <AM> CITES STRONG PROSPECTS
          F.W. WOOLWORTH CO 4TH QTR SHR 1.78 DLRS VS 1.64 DLRS
          Shr 24 cts vs 21 cts. Pay May 25. Record May eight.
          Die Hard star dies
          Rio de Janeiro
          Le Monde and La Repubblica sue Der Spiegel
          San Jose del Cabo beats Santa Cruz de la Sierra in Copa America de Clubes
          El Niño returns to the Pacific coast of Peru and Chile, the Instituto del Mar del Peru said
          EL SALVADOR REBELS KILL MAYOR OF LA UNION AND HIS SON AT A BRIDGE ON THE ROAD TO USULUTAN
          """)
  void staysWithEnglishInDoubt(String text) {
    assertEquals("en", LanguageDetector.detect(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1987 12.5 --"})
  void saysNothingOfATextWithoutLetters(String text) {
    assertEquals(null, LanguageDetector.detect(text));
  }
}
