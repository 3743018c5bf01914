package io.parcours.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.parcours.connector.simulator.ExchangeSimulator;
import io.parcours.demo.DemoCustomers;
import io.parcours.security.DemoUser;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole journey as people play it: a subscriber on the telephone, the back office in another window. */
@ScreenTest
class JourneyInTheBrowserTest {

    private static final double SLOW = 20_000;

    @LocalServerPort
    int port;

    @Autowired
    ExchangeSimulator exchange;

    private Playwright playwright;
    private Browser browser;

    @BeforeEach
    void openTheBrowser() {
        Optional<Path> chromium = chromium();
        Assumptions.assumeTrue(
                chromium.isPresent(),
                "Chromium was not found: install it (Debian: apt-get install chromium) or name it in CHROMIUM");
        PlaywrightAssertions.setDefaultAssertionTimeout(SLOW);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.get())
                        .setArgs(List.of(
                                "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")));
    }

    @AfterEach
    void closeTheBrowser() {
        exchange.faults().playbacksLast(null);
        if (playwright != null) {
            playwright.close();
        }
    }

    @Test
    void aComplaintGoesFromTheTelephoneToTheSolvedCase() {
        Page telephone = window();
        telephone.navigate(address("simulator"));
        write(telephone, "Ma facture de mai est fausse");
        assertThat(bubbles(telephone).filter(saying("votre réclamation concerne")))
                .isVisible();
        write(telephone, "facturation");
        Locator confirmed = bubbles(telephone).filter(saying("votre réclamation est enregistrée sous le numéro"));
        assertThat(confirmed).isVisible();
        String caseNumber = numberIn(confirmed.innerText());

        Page office = window();
        signIn(office, DemoUser.FATOU);
        office.navigate(address("case/" + caseNumber));
        assertThat(office.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(caseNumber)))
                .isVisible();
        office.keyboard().press("c");
        Locator resolution =
                office.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(Pattern.compile("Résolution")));
        assertThat(resolution).isEnabled();
        office.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Résolue"))
                .check();
        resolution.fill("La facture de mai est corrigée.");
        office.keyboard().press("Control+Enter");

        assertThat(bubbles(telephone).filter(saying("La facture de mai est corrigée.")))
                .isVisible();
        write(telephone, "oui");
        assertThat(office.getByText("Traitée").first()).isVisible();
        assertThat(office.getByText("Réclamation résolue").first()).isVisible();
    }

    @Test
    void aComplaintBegunBySmsGoesOnByWhatsAppAndStaysOneCase() {
        Page telephone = window();
        telephone.navigate(address("simulator"));
        beStranger(telephone, "+22997555001");
        write(telephone, "Ma facture est fausse");
        assertThat(on(telephone, "sms").filter(saying("votre réclamation concerne")))
                .isVisible();

        telephone
                .getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Votre message"))
                .fill("facturation");
        telephone.keyboard().press("Enter");
        Locator confirmed = on(telephone, "whatsapp").filter(saying("est enregistrée sous le numéro"));
        assertThat(confirmed).isVisible();
        String caseNumber = numberIn(confirmed.innerText());

        Page office = window();
        signIn(office, DemoUser.FATOU);
        office.navigate(address("case/" + caseNumber));
        assertThat(office.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(caseNumber)))
                .isVisible();
        office.keyboard().press("c");
        assertThat(office.getByText("Réponse par WhatsApp, en texte libre")).isVisible();
        assertThat(office.getByText("Le client continue par WhatsApp").first()).isVisible();
        office.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Résolue"))
                .check();
        office.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(Pattern.compile("Résolution")))
                .fill("La facture est corrigée.");
        office.keyboard().press("Control+Enter");
        telephone
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Oui").setExact(true))
                .click();

        assertThat(office.getByText("Traitée").first()).isVisible();
    }

    @Test
    void whatIsSaidByTelephoneSoundsUntilAKeyStopsIt() {
        Assumptions.assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "espeak-ng"))),
                "espeak-ng was not found: without it the demo's telephone is mute");
        exchange.faults().playbacksLast(Duration.ofMinutes(1));
        Page telephone = window();
        telephone.navigate(address("simulator"));
        beStranger(telephone, "+22997555002");
        telephone
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Appel").setExact(true))
                .click();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> exchange.connected(DemoCustomers.telephoneApplicationOf("demo")));
        telephone
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Appeler"))
                .click();
        assertThat(on(telephone, "voice").filter(saying("Bienvenue"))).isVisible();
        untilThePromptSounds(telephone, 0);

        telephone
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Touche 1"))
                .click();
        untilThePromptIsBrokenOff(telephone, 0);
        assertThat(on(telephone, "voice").filter(saying("votre réclamation concerne")))
                .isVisible();
        untilThePromptSounds(telephone, 1);

        telephone
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Raccrocher"))
                .click();
        untilThePromptIsBrokenOff(telephone, 1);
    }

    /** From then on it is so slow that it does not end by itself while the test goes on. */
    private static void untilThePromptSounds(Page telephone, int prompt) {
        telephone.waitForFunction("""
                prompt => {
                  const audio = document.querySelectorAll('.p-phone-voice audio')[prompt];
                  if (!audio || audio.paused || audio.currentTime === 0) {
                    return false;
                  }
                  audio.playbackRate = 0.1;
                  return true;
                }
                """, prompt);
    }

    private static void untilThePromptIsBrokenOff(Page telephone, int prompt) {
        telephone.waitForFunction("""
                prompt => {
                  const audio = document.querySelectorAll('.p-phone-voice audio')[prompt];
                  return audio.paused && !audio.ended;
                }
                """, prompt);
    }

    private static Locator on(Page telephone, String channel) {
        return telephone.locator(".p-phone-" + channel + " .p-phone-messages > *");
    }

    private Page window() {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setLocale("fr-FR"));
        Page page = context.newPage();
        page.setDefaultTimeout(SLOW);
        return page;
    }

    private void signIn(Page page, DemoUser user) {
        page.navigate(address("login"));
        page.locator("input[name=username]").fill(user.username());
        page.locator("input[name=password]").fill(DemoUser.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
    }

    /** Somebody of whom nothing is known and who is in no conversation. */
    private static void beStranger(Page telephone, String number) {
        telephone
                .getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Client"))
                .fill(number);
        telephone.keyboard().press("Enter");
        assertThat(telephone.getByText(number + ", ou")).isVisible();
    }

    private static void write(Page telephone, String text) {
        telephone
                .getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Votre SMS"))
                .fill(text);
        telephone.keyboard().press("Enter");
    }

    private static Locator bubbles(Page telephone) {
        return telephone.locator(".p-phone-messages > *");
    }

    private static Locator.FilterOptions saying(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }

    private static String numberIn(String text) {
        var number = Pattern.compile("PA-\\d{4}-\\d{6}").matcher(text);
        assertThat(number.find()).as("a case number in: " + text).isTrue();
        return number.group();
    }

    private String address(String path) {
        return "http://localhost:" + port + "/" + path;
    }

    private static Optional<Path> chromium() {
        return Stream.of(
                        System.getenv("CHROMIUM"),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .filter(path -> path != null && !path.isBlank())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
