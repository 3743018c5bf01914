package io.parcours.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** What is served by signed addresses: the address is the permission, here are neither users nor sessions. */
@Configuration(proxyBeanMethods = false)
class MediaSecurity {

    @Bean
    @Order(0)
    SecurityFilterChain media(HttpSecurity http) throws Exception {
        return ForProviders.below(
                        "/media/",
                        http,
                        request -> HttpMethod.GET.matches(request.getMethod())
                                || HttpMethod.HEAD.matches(request.getMethod()))
                // The exchange keeps what it has fetched; the servlet says for how long.
                .headers(headers -> headers.cacheControl(cache -> cache.disable()))
                .build();
    }
}
