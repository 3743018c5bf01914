package io.parcours.security;

import io.parcours.tenant.TenantContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks a name and a password. A wrong password, an unknown name, a locked and a disabled user all take one hash and one
 * update, and all hear the same answer: who guesses learns nothing.
 */
@Component
class Login implements AuthenticationProvider {

    static final int ATTEMPTS = 5;
    static final Duration LOCK = Duration.ofMinutes(15);

    private static final Logger log = LoggerFactory.getLogger(Login.class);

    private final UserRepository users;
    private final PasswordEncoder encoder;
    private final TransactionTemplate transaction;
    private final String nobodysHash;

    Login(UserRepository users, PasswordEncoder encoder, TransactionTemplate transaction) {
        this.users = users;
        this.encoder = encoder;
        this.transaction = transaction;
        this.nobodysHash = encoder.encode(Passwords.oneTime());
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String username = attempt.getName().strip().toLowerCase(Locale.ROOT);
        String password = String.valueOf(attempt.getCredentials());
        // Nobody's operator is known before the name is: this read and its count belong to the installation.
        return TenantContext.callAsSystem(() -> check(username, password, attempt));
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }

    private Authentication check(String username, String password, Authentication attempt) {
        Optional<UserRepository.Secret> stored = transaction.execute(status -> users.forLogin(username));
        boolean matches = encoder.matches(
                password, stored.map(UserRepository.Secret::passwordHash).orElse(nobodysHash));
        Optional<UserAccount> admitted = stored.map(UserRepository.Secret::account)
                .filter(user -> matches && user.enabled() && !user.lockedAt(Instant.now()));
        if (admitted.isEmpty()) {
            transaction.executeWithoutResult(status -> users.failed(username, ATTEMPTS, LOCK));
            log.info("A sign-in was refused");
            throw new BadCredentialsException("Refused");
        }
        transaction.executeWithoutResult(status -> users.succeeded(username));
        return signedIn(admitted.get(), attempt);
    }

    private static Authentication signedIn(UserAccount user, Authentication attempt) {
        ParcoursUser person = new ParcoursUser(
                user.tenant(),
                user.username(),
                user.displayName(),
                user.roles(),
                user.language(),
                user.mustChangePassword());
        var result = UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities());
        result.setDetails(attempt.getDetails());
        log.info("User {} of {} signed in", person.username(), person.tenant());
        return result;
    }
}
