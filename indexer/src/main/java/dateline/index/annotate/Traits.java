package dateline.index.annotate;

import java.util.List;

/// What a word is by itself, as bits.
final class Traits {
  static final int FIRST_NAME = 1;
  static final int FIRST_NAME_COMMON = 1 << 1;
  static final int FAMILY_NAME = 1 << 2;
  static final int FAMILY_NAME_COMMON = 1 << 3;
  static final int ORG_WORD = 1 << 4;

  /// Months and days of the week.
  static final int CALENDAR = 1 << 5;

  /// Words that open sentences and fill titles without being names.
  static final int FUNCTION = 1 << 6;

  /// Lower-case parts of family names.
  static final int PARTICLE = 1 << 7;

  /// Last words of names of streets, buildings and waters.
  static final int FACILITY = 1 << 8;

  /// Verbs of which mostly people are the subject.
  static final int SPEECH = 1 << 9;

  /// Family names that stand before the given name in Chinese, Korean and Vietnamese.
  static final int FAMILY_FIRST = 1 << 10;

  /// Prepositions of place.
  static final int LOCATIVE = 1 << 11;

  /// Written with a point that ends no sentence.
  static final int ABBREVIATION = 1 << 12;

  /// Legal forms, which end the name of a company.
  static final int COMPANY = 1 << 13;

  /// Words that open the name of an organisation before `of`.
  static final int ORG_OPENING = 1 << 14;

  /// Words behind a capitalised word that make it no person: parties, wars, awards.
  static final int NO_PERSON = 1 << 15;

  /// Groups of people in whose name an organisation works, as in _Children's Hospital_.
  static final int GROUP = 1 << 16;

  /// Written in small letters, so that a capital makes it no name by itself.
  static final int SMALL = 1 << 17;

  /// Words before the name of a relative.
  static final int KIN = 1 << 18;

  // of the word's form

  /// Opens with a letter.
  static final int WORD = 1 << 19;

  /// Opens with a capital.
  static final int CAPITAL = 1 << 20;

  /// Two characters or more, none of them a small letter.
  static final int NOTHING_SMALL = 1 << 21;

  /// A single capital with its point, or several as in `J.R.`
  static final int INITIAL = 1 << 22;

  /// What stands in the text may differ, by the shape of an apostrophe or a hyphen.
  static final int MARKED = 1 << 23;

  // of what opens and goes on with the word, as Openings tells

  static final int OPENS_NAME = 1 << 24;
  static final int OPENS_ROLE = 1 << 25;
  static final int OPENS_TERM = 1 << 26;
  static final int OPENS_CASED_TERM = 1 << 27;
  static final int CONTINUES_NAME = 1 << 28;
  static final int CONTINUES_ROLE = 1 << 29;
  static final int CONTINUES_TERM = 1 << 30;

  private Traits() {}

  /// What the letters of a word tell without a list.
  static int ofForm(char[] word) {
    boolean isCapital = Character.isUpperCase(word[0]);
    boolean isNothingSmall = word.length > 1;
    boolean isMarked = false;
    for (char c : word) {
      isNothingSmall &= !Character.isLowerCase(c);
      isMarked |= c == '\'' || c == '-';
    }
    return (Character.isLetter(word[0]) ? WORD : 0)
        | (isCapital ? CAPITAL : 0)
        | (isNothingSmall ? NOTHING_SMALL : 0)
        | (isCapital && isInitial(word) ? INITIAL : 0)
        | (isMarked ? MARKED : 0);
  }

  private static boolean isInitial(char[] word) {
    int length = word.length;
    return length <= 6
        && length % 2 == 0
        && word[length - 1] == '.'
        && (length == 2 || word[1] == '.');
  }

  static void addTo(Lexicon lexicon) {
    add(lexicon, CALENDAR, MONTHS_AND_DAYS);
    add(lexicon, FUNCTION, FUNCTION_WORDS);
    add(lexicon, PARTICLE, PARTICLES);
    add(lexicon, FACILITY, FACILITIES);
    add(lexicon, SPEECH, SPEECH_VERBS);
    add(lexicon, FAMILY_FIRST, FAMILY_NAMES_FIRST);
    add(lexicon, LOCATIVE, "in at near outside around");
    add(lexicon, ABBREVIATION, ABBREVIATIONS);
    add(lexicon, COMPANY, LEGAL_FORMS);
    add(lexicon, ORG_OPENING, ORG_OPENINGS);
    add(lexicon, NO_PERSON, NO_PEOPLE);
    Kin.words().forEach(word -> lexicon.add(word, KIN));
    add(lexicon, GROUP, "Children Women Men People Veterans Workers Teachers Farmers");
  }

  private static void add(Lexicon lexicon, int trait, String words) {
    List.of(words.strip().split("\\s+")).forEach(word -> lexicon.add(word, trait));
  }

  private static final String MONTHS_AND_DAYS =
      """
      January February March April May June July August September October November December
      Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec. Jan Feb Mar Apr Jun Jul Aug Sept
      Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mondays Tuesdays
      Wednesdays Thursdays Fridays Saturdays Sundays Christmas Easter Thanksgiving Ramadan
      """;
  private static final String FUNCTION_WORDS =
      """
      a an the this that these those and or but nor so yet if when while as since because although
      though after before until unless where whereas who whom whose which what why how in on at by
      for from of to with without within into onto upon about above below over under between among
      through during against across along around behind beyond despite except inside outside near
      past per toward towards he she it they we you i him her them us me my his its their our your
      mine theirs himself herself itself themselves is are was were be been being am do does did
      has have had will would shall should can could may might must not no yes all any both each
      every either neither few many more most much none one two three four five six seven eight
      nine ten first second third last next other others another some several such same only own
      than then there here now today yesterday tomorrow tonight still also even just already again
      later earlier once often never always perhaps maybe however meanwhile moreover instead thus
      therefore otherwise indeed according asked said says let get got make made take took go went
      come came see new old good great big high low top early late breaking update watch read more
      share photo video image click here like up down out off back well very too don't doesn't
      didn't won't can't isn't aren't wasn't weren't it's he's she's they're we're you're i'm
      that's there's what's who's let's i've we've they've it'll dear hello please thanks thank yet
      amid vs versus via plus about sources officials critics supporters opponents people police
      """;
  private static final String PARTICLES =
      "de la le du des da das do dos del della di van von der den ter ten zu zum zur y e bin ibn ben"
          + " al el ul ud ad abu arap af av st";
  private static final String FACILITIES =
      """
      Street Avenue Ave. Road Boulevard Blvd. Drive Lane Square Plaza Park Bridge Tunnel Highway
      Airport Stadium Arena Field Tower Towers Building Palace Castle Beach Bay Lake River Creek
      Island Islands Mountain Mountains Mount Hill Hills Valley Canyon Falls Forest Desert Peninsula
      Strait Straits Canal Harbor Harbour Port County Parish Township Heights Springs City Town
      Village Province Region State Coast Sea Ocean Gulf Peak Ridge Glacier Camp Base Fort Cape
      Zone Corridor Basin Plateau Prefecture District Terminal Cemetery Memorial Monument Center
      Centre Theatre Theater Hall House Room Library Museum Gallery Garden Gardens Zoo Farm Farms Ranch
      """;
  private static final String SPEECH_VERBS =
      """
      said says told added adds asked argued argues warned warns claimed claims insisted insists
      noted notes wrote writes tweeted recalled testified testifies explained explains acknowledged
      conceded admitted replied responded announced declared denied
      """;
  private static final String FAMILY_NAMES_FIRST =
      """
      Kim Lee Park Pak Choi Choe Chung Jung Jeong Kang Cho Yoon Yun Jang Chang Lim Im Han Seo Shin
      Kwon Hwang Ahn Song Ryu Yoo Hong Moon Mun Roh Noh Rhee Ri Chun Chon Paek Paik Baek Ban Bae
      Li Wang Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Gao Lin Luo Zheng Liang
      Xie Tang Feng Deng Teng Chou Chiang Mao Jiang Hua Peng Qian Qiao Wan Tian Wei Xi Wen Ye Yao
      Yu Ding Cai Dai Fang Fu Fan Cao Zeng Xiao Pan Dong Du Su Lu Lü Cheng Tsai Tsang Lam Leung
      Cheung Kwok Ho Goh Tan Nguyen Tran Pham Vo Truong Dang Bui Ngo Hun Heng Khieu Pol Ieng Nuon
      """;
  private static final String ABBREVIATIONS =
      """
      Mr. Mrs. Ms. Dr. Jr. Sr. St. No. Nos. vs. Gen. Col. Lt. Sgt. Capt. Sen. Rep. Gov. Rev. Prof.
      Hon. Co. Corp. Inc. Ltd. Bros. Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec.
      Adm. Maj. Cmdr. Brig. Pres. Atty. Supt. Fr. Msgr. Messrs. Mme. Mlle. Mt. Ft. Reps. Sens. Ph.D.
      Assn. Dept. Univ. etc. cf. approx. pct. Ave. Blvd. Rd. a.m. p.m. i.e. e.g. et al.
      """;
  private static final String LEGAL_FORMS =
      """
      Inc Inc. Corp Corp. Co Co. Ltd Ltd. Plc PLC plc AG A.G. S.A. SA NV N.V. BV B.V. GmbH LLC LLP LP
      L.P. SpA S.p.A. KK K.K. AB Oy Oyj Pty Bhd Berhad A/S Limited Incorporated Corporation Company
      Companies Group Holdings Industries Bancorp Bancshares Financial Airlines Airways Motors
      Brothers Bros Bros. Partners Associates Enterprises Technologies Laboratories Stores
      """;
  private static final String ORG_OPENINGS =
      """
      Bank University College Institute Ministry Department Bureau Office Board Council Association
      Federation Confederation Chamber Organisation Organization Society Academy Central Committee
      Commission Church Court School House League Union Republic Agency Centre Center
      """;
  private static final String NO_PEOPLE =
      """
      Administration War Party Act Bill Amendment Prize Award Cup Open Treaty Accord Agreement Pact
      Plan Doctrine Law Laws Rule Rules Conference Summit Committee Commission Caucus Coalition Times
      Post News Democrats Republicans Democrat Republican Senate Congress Parliament Cabinet Army
      Navy Government Court Day Week Month Year Games Festival Olympics Series Championship League
      Championships Report Code Constitution Declaration Road Initiative Syndrome Disease Virus
      Index Exchange Center University College School High Elementary Foundation Institute Show
      Church Crisis Affair Act Era Age Revolution Convention Protocol Project Program Programme
      Movement Street Effect Campaign Tribune Herald Magazine Press Book Bible Quran Dollar Express
      Rights Policy Security Service Services Intelligence Trade Money Data Privacy Today Tonight
      Morning Evening Live Daily Weekly Center Life World Nation Nations International National Bank Version Family Families
      """;
}
